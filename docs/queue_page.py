"""`python -m docs.queue_page` writes docs/queue.md: the life of an application drawn from the
table that runs it, and the windows from the files that hold them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.queues import load_regimes
from domain.queue.life import (
    AFTER_BULLETINS,
    AFTER_VOUCHERS,
    AT_STEP,
    BULLETIN,
    BULLETIN_BEGUN,
    COUNTED,
    EVERYWHERE,
    HOLDING,
    STEPS,
    VOUCHER,
    VOUCHER_BEGUN,
    Event,
    State,
    Step,
)
from domain.queue.windows import Regime

PAGE = Path(__file__).parent / "queue.md"
HEAD = """# The kindergarten queue

This page is written by `python -m docs.queue_page` from `domain/queue/life.py` and `lists/queues`;
a test compares it.

A queue is a locality, a kind of group, a language and a year of birth. Out-of-turn applications
go first, then one first-priority to three general ones, each by its ticket: the date and time of
the application, given in the committing transaction under one row's lock. A place is told from
counters (class totals, blocks of tickets, the tail of one block), never by counting people.

A state with a thick border is counted: the application has a number in the queue. A child in one
with a broken border holds a place; a unique index lets it hold only one. What a lapse means stands
on the arrow `lapse`; it happens by itself when the window of the state is over.
"""
SWITCHED = """## When a region goes over to the other regime

What has begun by one regime ends by its rules: who has applied gets a place in order or takes the
application back, a stop-list ends, who has a voucher confirms it and chooses. Who waits in a way
the region knows no more goes on by the new one:
"""
ASKED = """At the hour of the bulletin each family that waits, didn't apply or answer lately and
can be written to is asked once; a day before the window closes it is reminded. Silence makes an
application inactive (it can be restored) or changes nothing."""
HOLIDAYS = """
Working days leave out weekends and holidays. A window with an hour ends at that hour of its last
day, one without at the hour it began. Sources and how sure they are stand in the files.
"""


def page() -> str:
    """All of docs/queue.md."""
    parts = [
        HEAD,
        drawn(
            "The life of an application: queue, bulletin, referral",
            {**EVERYWHERE, **BULLETIN_BEGUN, **BULLETIN},
        ),
        drawn("The life of an application: voucher", {**EVERYWHERE, **VOUCHER_BEGUN, **VOUCHER}),
        SWITCHED,
        *guards({**AFTER_VOUCHERS, **AFTER_BULLETINS}),
        "",
        steps(),
        windows(load_regimes().all),
        "",
        asking(load_regimes().all),
        HOLIDAYS,
    ]
    return "\n".join(parts)


def drawn(title: str, table: Mapping[tuple[State, Event], Step]) -> str:
    lines = [f"## {title}", "", "```mermaid", "stateDiagram-v2", "    [*] --> queued: join"]
    lines += arrows(table)
    there = {state for (state, _), step in table.items() for state in (state, step.to)}
    lines += [f"    {s} --> [*]" for s in ("withdrawn", "archived")]
    lines += ["    classDef counted stroke-width:3px", "    classDef holding stroke-dasharray:4"]
    lines += [f"    class {s} counted" for s in State if s in COUNTED & there]
    lines += [f"    class {s} holding" for s in State if s in HOLDING & there]
    return "\n".join([*lines, "```", "", *guards(table), ""])


def arrows(table: Mapping[tuple[State, Event], Step]) -> Iterator[str]:
    """One arrow for each pair of states, with all events that go that way."""
    events: dict[tuple[State, State], list[str]] = {}
    for (state, event), step in table.items():
        events.setdefault((state, step.to), []).append(event)
    for (state, to), names in events.items():
        yield f"    {state} --> {to}: {', '.join(names)}"


def guards(table: Mapping[tuple[State, Event], Step]) -> Iterator[str]:
    yield "| from | event | to | when |"
    yield "|---|---|---|---|"
    for (state, event), step in table.items():
        if step.guard:
            yield f"| {state} | {event} | {step.to} | {step.guard} |"


def steps() -> str:
    lines = ["## The five steps a parent is shown", ""]
    for at, name in enumerate(STEPS):
        states = ", ".join(s for s in State if AT_STEP.get(s) == at)
        lines.append(f"{at + 1}. {name}: {states}")
    return "\n".join([*lines, ""])


def windows(regimes: tuple[Regime, ...]) -> str:
    """Every window of every regime."""
    names = list(regimes[0].windows)
    lines = ["## Windows by regime", "", f"| window | {' | '.join(r.name for r in regimes)} |"]
    lines.append(f"|---|{'---|' * len(regimes)}")
    for name in names:
        cells = [span(r, name) for r in regimes]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def asking(regimes: tuple[Regime, ...]) -> str:
    """When families are asked whether they still want a place, and what silence means."""
    lines = [
        "## Whether a place is still wanted",
        "",
        "| regime | asked on | silence |",
        "|---|---|---|",
    ]
    for r in regimes:
        days = ", ".join(f"{m:02}-{d:02}" for m, d in r.asking.days) if r.asking else "never"
        lines.append(f"| {r.name} | {days} | {r.asking.silence if r.asking else ''} |")
    return "\n".join([*lines, "", ASKED])


def span(regime: Regime, name: str) -> str:
    window = regime.windows[name]
    until = f", until {window.until:%H:%M}" if window.until else ""
    return f"{window.days} {window.count}{until}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
