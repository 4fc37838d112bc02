"""`python -m bench`: every measurement, each in fresh processes on temporary data."""

import asyncio

from bench import broadcast, codes, papers, queue, signatures, steps


async def main() -> None:
    await steps.main()
    await codes.main()
    await papers.main()
    await broadcast.main()
    await queue.main()
    signatures.measure()


if __name__ == "__main__":
    asyncio.run(main())
