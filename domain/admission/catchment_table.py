"""A table of catchment areas that staff send: streets by school, compared with what there is
before anything is changed, loaded as a whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.admission import desk
from domain.admission.catchment import Side, Stretch
from domain.admission.desk import Officer
from domain.admission.schools_table import NAME, SHOWN, RowTwice, refuse_others, whole
from domain.errors import Refusal
from domain.imports import Column, ImportId, Preview, Row, confirm, read_table
from domain.store import Store
from domain.table_sorts import Sort, written
from domain.values.streets import street_key

SORT = Sort(
    "school-catchment",
    ("school", "locality", "street_kk"),
    ("street_ru", "side", "from", "to"),
)
KIND = SORT.kind
"""The sort of import."""
SIDES: Mapping[str, Side] = {"all": "all", "odd": "odd", "even": "even"}
LONGEST_STREET = 120
INVENTED = {"street_kk": "Abai", "side": "odd", "from": "1", "to": "39"}
"""A line of an example where nothing is in force yet."""


@dataclass(eq=False)
class SideUnknown(Refusal):
    """A side of a street is `all`, `odd` or `even`."""

    text: str


@dataclass(eq=False)
class HousesBackwards(Refusal):
    """The last house comes before the first."""


@dataclass(eq=False)
class LocalityNotYours(Refusal):
    """The locality is no KATO code, or lies outside the area of whoever sends the table."""

    locality: str


@dataclass(eq=False)
class StreetTooLong(Refusal):
    """More than `most` characters."""

    most: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What a table would do: it replaces the areas of the localities it names. `new` and `same`
    count its lines; `gone` are the lines in force that it doesn't have."""

    found: Preview
    rows: Sequence[Stretch]
    new: int
    same: int
    gone: Sequence[tuple[Stretch, ...]]

    @property
    def localities(self) -> Sequence[str]:
        return tuple(dict.fromkeys(s.locality for s in self.rows))


def plan(store: Store, raw: bytes, by: Officer) -> Planned:
    """Both spellings of a street are kept, the Kazakh and the Russian one."""
    offices = store.admission.offices()
    seen: set[Stretch] = set()
    lines: list[list[Stretch]] = []

    def check(row: Row) -> None:
        refuse_others(offices, by, row["school"])
        if not by.decides(row["locality"]):
            raise LocalityNotYours(row["locality"])
        if row["from"] is not None and row["to"] is not None and row["from"] > row["to"]:
            raise HousesBackwards
        line = stretches(row)
        if not seen.isdisjoint(line):
            raise RowTwice
        seen.update(line)
        lines.append(line)

    columns = (
        Column("school", str),
        Column("locality", locality),
        Column("street_kk", street),
        Column("street_ru", street, optional=True),
        Column("side", side, optional=True),
        Column("from", whole, optional=True),
        Column("to", whole, optional=True),
    )
    found = read_table(raw, columns, check)
    rows = [stretch for line in lines for stretch in line]
    known = store.admission.all_stretches()
    before, after = set(known), set(rows)
    same = sum(before.issuperset(line) for line in lines)
    here = {stretch.locality for stretch in rows}
    gone = [s for s in known if s.locality in here and s not in after]
    return Planned(found, rows, len(lines) - same, same, paired(gone))


def locality(text: str) -> str:
    """A KATO code of a settlement has nine figures."""
    if not (text.isascii() and text.isdigit() and len(text) == 9):
        raise LocalityNotYours(text[:SHOWN])
    return text


def street(text: str) -> str:
    if len(text) > LONGEST_STREET:
        raise StreetTooLong(LONGEST_STREET)
    return text


def side(text: str) -> Side:
    if text.lower() not in SIDES:
        raise SideUnknown(text[:SHOWN])
    return SIDES[text.lower()]


def stretches(row: Row) -> list[Stretch]:
    names = (row["street_kk"], row["street_ru"] or row["street_kk"])
    spelled = {street_key(name): name for name in names}
    return [
        Stretch(row["locality"], name, row["school"], row["side"] or "all", row["from"], row["to"])
        for name in spelled.values()
    ]


def load(store: Store, planned: Planned, *, by: str, subject: str, now: datetime) -> None:
    """Loads a sound table, in this transaction, and writes it to the audit."""
    store.admission.put_catchment(planned.rows)
    facts = {"new": planned.new, "same": planned.same, "gone": len(planned.gone)}
    store.audit.add(by, "admission.catchment", subject, facts, now)


def take(store: Store, number: ImportId, by: Officer, now: datetime) -> Planned:
    """A table somebody said yes to, read anew; not loaded if it isn't sound any more. Once; raises
    ImportGone."""
    kept = confirm(store, number, KIND, by=by.actor, now=now)
    planned = plan(store, kept.raw, by)
    if planned.found.sound:
        load(store, planned, by=by.actor, subject=f"import:{number}", now=now)
    return planned


def example(store: Store, by: Officer) -> str:
    """The areas of the officer's localities as they are now: to be changed and sent back."""
    ours = desk.schools(store, by)
    known = [s for s in store.admission.all_stretches() if by.decides(s.locality)]
    number, office = min(ours.items())
    rows = [cells_of(*pair) for pair in paired(known)]
    rows = rows or [{**INVENTED, "school": number, "locality": office.locality}]
    named = [
        {**row, NAME: ours[row["school"]].names["kk"]} for row in rows if row["school"] in ours
    ]
    return written(SORT, named, aside=(NAME,))


def paired(known: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    """Both spellings of a line, which stand side by side. Two neighbours that only look like
    spellings of one street mean the same as a line as they do apart."""
    found: list[tuple[Stretch, ...]] = []
    for s in known:
        last = found[-1] if found else ()
        if len(last) == 1 and replace(last[0], street=s.street) == s:
            found[-1] = (*last, s)
        else:
            found.append((s,))
    return found


def cells_of(kk: Stretch, ru: Stretch | None = None) -> dict[str, str]:
    return {
        "school": kk.school,
        "locality": kk.locality,
        "street_kk": kk.street,
        "street_ru": "" if ru is None else ru.street,
        "side": kk.side,
        "from": "" if kk.first is None else str(kk.first),
        "to": "" if kk.last is None else str(kk.last),
    }
