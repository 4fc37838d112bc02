"""`python -m bench`: every measurement, each in fresh processes on temporary data."""

import asyncio

from bench import codes, steps


async def main() -> None:
    await steps.main()
    await codes.main()


if __name__ == "__main__":
    asyncio.run(main())
