"""`python -m bench`: every measurement, each in fresh processes on temporary data."""

import asyncio

from bench import steps


async def main() -> None:
    await steps.main()


if __name__ == "__main__":
    asyncio.run(main())
