"""`python -m app`: runs everything; `python -m app COMMAND` does one thing and ends."""

import argparse
import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine, Sequence

from app import client_options, staff_options
from app.config import Settings, load_or_exit
from app.logs import configure

EXIT_REFUSED = 2


def options(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("all", help="run everything (the default)")
    commands.add_parser("migrate", help="bring the tables to the present shape")
    staff_options.add_options(commands.add_parser("staff", help="who works here"))
    audit = commands.add_parser("audit", help="what staff and operators did")
    audit.add_argument("act", choices=("check",))
    schools = commands.add_parser("schools", help="load schools from a CSV table")
    schools.add_argument("file", type=argparse.FileType("r", encoding="utf-8-sig"))
    admission = commands.add_parser("admission", help="load the schools that admit, from CSV")
    admission.add_argument("file", type=argparse.FileType("rb"))
    evidence = commands.add_parser("evidence", help="what proves signatures")
    evidence.add_argument("act", choices=("check",), help="come to every verdict again")
    events = commands.add_parser("events", help="load an olympiad from a JSON file")
    events.add_argument("file", type=argparse.FileType("r", encoding="utf-8-sig"))
    client_options.add_options(
        commands.add_parser("clients", help="portals that have codes delivered")
    )
    return parser.parse_args(argv)


def main() -> None:
    given = options()
    settings = load_or_exit()
    configure(settings.log_level)
    try:
        run(serving(settings) if given.command in (None, "all") else commanded(given, settings))
    except Exception as trouble:
        from app.database import StartRefused

        if not isinstance(trouble, StartRefused):
            raise
        sys.stderr.write(f"{trouble}\n")
        sys.exit(EXIT_REFUSED)


def run(work: Coroutine[None, None, None]) -> None:
    """Runs on uvloop where there is one."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(work)
        return
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work)


async def serving(settings: Settings) -> None:
    """Runs until SIGTERM or Ctrl-C; a second one ends at once."""
    gc.disable()  # till all is loaded (wiring.settle_memory): a quarter of the start went into it
    from app.wiring import run as run_all

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped, stop, number)
    await run_all(settings, stop, say)


def stopped(stop: asyncio.Event, number: int) -> None:
    if stop.is_set():
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
    stop.set()


def say(address: str) -> None:
    """The one line a person waits for."""
    sys.stdout.write(f"Otinim is ready: {address}\n")
    sys.stdout.flush()


async def commanded(given: argparse.Namespace, settings: Settings) -> None:
    from app import commands

    match given.command:
        case "migrate":
            await commands.migrated(settings)
        case "staff":
            from app import staff

            await staff.managed(settings, given)
        case "audit":
            from app import staff

            await staff.audited(settings)
        case "events":
            await commands.announced(settings, given.file.read())
        case "schools":
            await commands.schooled(settings, given.file.read())
        case "admission":
            await commands.admitting(settings, given.file.read())
        case "evidence":
            from app import evidence

            await evidence.checked(settings)
        case "clients":
            from app.clients import managed

            await managed(settings, given)


if __name__ == "__main__":
    main()
