"""A table of places in schools that staff send: by grade and language, compared with what there is
before anything is changed, loaded as a whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.admission import desk
from domain.admission.desk import Officer
from domain.admission.rules import Rules
from domain.admission.schools_table import NAME, SHOWN, RowTwice, refuse_others, whole
from domain.admission.vacancies import Office, Vacancy
from domain.errors import Refusal
from domain.imports import Column, ImportId, Preview, Row, confirm, read_table
from domain.store import Store
from domain.table_sorts import Sort, written

SORT = Sort("school-places", ("school", "grade", "language", "places"))
KIND = SORT.kind
"""The sort of import."""
Key = tuple[str, str, str]


@dataclass(eq=False)
class GradeUnknown(Refusal):
    """The rules in force have no such grade or language."""

    text: str


@dataclass(eq=False)
class FewerThanTaken(Refusal):
    """More children are accepted already than the table has places."""

    taken: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What a table would do for the children of a season: each of its lines beside how many places
    there are now (None: the grade and language are new there)."""

    season: int
    found: Preview
    lines: Sequence[tuple[Vacancy, int | None]]

    @property
    def new(self) -> int:
        return sum(before is None for _, before in self.lines)

    @property
    def same(self) -> int:
        return sum(before == v.places for v, before in self.lines)

    @property
    def changed(self) -> int:
        return len(self.lines) - self.new - self.same


def plan(store: Store, raw: bytes, by: Officer, rules: Rules, season: int) -> Planned:
    """Never fewer places than are taken."""
    known = {key_of(v): v for v in store.admission.all_vacancies(season)}
    offices = store.admission.offices()
    seen: set[Key] = set()

    def check(row: Row) -> None:
        key = (row["school"], row["grade"], row["language"])
        refuse_others(offices, by, row["school"])
        if row["grade"] not in rules.grades or row["language"] not in rules.languages:
            raise GradeUnknown(f"{row['grade']} {row['language']}"[:SHOWN])
        if key in seen:
            raise RowTwice
        seen.add(key)
        if key in known and known[key].taken > row["places"]:
            raise FewerThanTaken(known[key].taken)

    columns = (
        Column("school", str),
        Column("grade", str),
        Column("language", str.lower),
        Column("places", whole),
    )
    found = read_table(raw, columns, check)
    return Planned(season, found, [beside(vacancy(row, season), known) for _, row in found.rows])


def key_of(v: Vacancy) -> Key:
    return v.school, v.grade, v.language


def vacancy(row: Row, season: int) -> Vacancy:
    return Vacancy(season, row["school"], row["grade"], row["language"], row["places"])


def beside(v: Vacancy, known: Mapping[Key, Vacancy]) -> tuple[Vacancy, int | None]:
    there = known.get(key_of(v))
    return v, None if there is None else there.places


def load(store: Store, planned: Planned, *, by: str, subject: str, now: datetime) -> None:
    """Loads a sound table, in this transaction, and writes it to the audit. Raises FewerThanTaken
    if a child was accepted meanwhile."""
    store.admission.put_vacancies([v for v, _ in planned.lines])
    there = {key_of(v): v for v in store.admission.all_vacancies(planned.season)}
    for v, _ in planned.lines:
        if there[key_of(v)].places != v.places:
            raise FewerThanTaken(there[key_of(v)].taken)
    facts = {"season": planned.season, "new": planned.new, "changed": planned.changed}
    store.audit.add(by, "admission.places", subject, facts, now)


def take(
    store: Store, number: ImportId, by: Officer, rules: Rules, season: int, now: datetime
) -> Planned:
    """A table somebody said yes to, read anew; not loaded if it isn't sound any more. Once; raises
    ImportGone."""
    kept = confirm(store, number, KIND, by=by.actor, now=now)
    planned = plan(store, kept.raw, by, rules, season)
    if planned.found.sound:
        load(store, planned, by=by.actor, subject=f"import:{number}", now=now)
    return planned


def example(store: Store, by: Officer, season: int) -> str:
    """The places of the officer's schools as they are now, or were in the season before: to be
    changed and sent back."""
    ours = desk.schools(store, by)
    known = store.admission.all_vacancies(season) or store.admission.all_vacancies(season - 1)
    mine = [v for v in known if v.school in ours]
    rows = [cells_of(v, ours) for v in mine or [Vacancy(season, min(ours), "1", "kk", 25)]]
    return written(SORT, rows, aside=(NAME,))


def cells_of(v: Vacancy, ours: Mapping[str, Office]) -> dict[str, str]:
    return {
        "school": v.school,
        "grade": v.grade,
        "language": v.language,
        "places": str(v.places),
        NAME: ours[v.school].names["kk"],
    }
