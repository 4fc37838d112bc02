"""Grade, language and school: what fits the child, and where there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.admission.catchment import school_of
from domain.admission.rules import Rules
from domain.admission.vacancies import Wish
from domain.errors import Refusal
from domain.forms.kinds import NotOneOf, chosen
from domain.forms.model import Answers, Asks, Choice, Desk, Lookup
from domain.quiet import ALMATY
from domain.store import Store
from domain.values.streets import street_key

CATCHMENT, CHOICE = "catchment", "choice"
BY, FOR = "by", "for"
BASES = (Choice(CATCHMENT, words="basis-catchment"), Choice(CHOICE, words="basis-choice"))
OFFERED = "offered"
"""The fact that holds the schools to choose among: names by language, and free places."""
SCHOOL_AGE = 6


@dataclass(eq=False)
class ChildTooYoung(Refusal):
    """The first grade takes those who are six by the end of the year."""

    season: int


@dataclass(eq=False)
class SixAfterSeptember(Refusal):
    """Six by 31 December but not by 1 September: the parents' wish decides (order 564)."""


@dataclass(eq=False)
class NotAppliedForNow(Refusal):
    """Applications to this grade are taken on other days."""

    opens: date
    closes: date


@dataclass(eq=False)
class NoAddress(Refusal):
    """The child is registered nowhere: no catchment school can be told."""


@dataclass(eq=False)
class NoCatchmentSchool(Refusal):
    """No school serves this address: the parents go to a school in person."""

    street: str
    house: str


@dataclass(eq=False)
class SchoolOfAddress(Refusal):
    """A remark: which school serves the address."""

    school: Mapping[str, str]


@dataclass(eq=False)
class NoSchoolHasPlaces(Refusal):
    """No school has a free place in this grade and language."""


@dataclass(eq=False)
class NoPlaceAtSchool(Refusal):
    """The last place of the chosen school was taken meanwhile."""


@dataclass(frozen=True, slots=True)
class Basis:
    """By catchment or by choice. Its lookup keeps it as `{"by": which, "for": grade and
    language}`: schools with places are those of one grade and language, and no other."""

    asks: Asks = "choice"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return BASES

    def read(self, raw: Any, before: Answers) -> Any:
        if not isinstance(raw, dict):
            return chosen(raw, BASES).code
        if raw[FOR] != wanted(raw[BY], before):
            raise NotOneOf
        return raw

    def show(self, value: Any, before: Answers) -> Any:
        return chosen(value[BY] if isinstance(value, dict) else value, BASES)


def wanted(by: str, before: Answers) -> str:
    """What a choice was made for; the catchment school is the same for all of them."""
    return "" if by == CATCHMENT else f"{before['grade']}-{before['language']}"


@dataclass(frozen=True, slots=True)
class AdmittingSchool:
    """One of the schools offered; its label tells how many places are free."""

    asks: Asks = "choice"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return [labelled(number, offer) for number, offer in before.get(OFFERED, {}).items()]

    def read(self, raw: Any, before: Answers) -> str:
        if raw not in before.get(OFFERED, {}):
            raise NoPlaceAtSchool
        return str(raw)

    def show(self, value: Any, before: Answers) -> Any:
        return Choice(value, names=before[OFFERED][value]["names"])


def labelled(number: str, offer: Mapping[str, Any]) -> Choice:
    """The number of places first: a long name is cut at its end."""
    free = offer.get("free")
    names = offer["names"]
    if free is None:
        return Choice(number, names=names)
    return Choice(number, names={lang: f"{free} · {name}" for lang, name in names.items()})


def admitted(rules: Rules) -> Lookup:
    """Refuses a grade that is applied for at another time, unless it is put right only, and what
    `fits_age` refuses."""

    def look(desk: Desk, value: Any, before: Answers) -> None:
        day = desk.now.astimezone(ALMATY).date()
        shut = rules.shut(value, before["season"], day)
        if shut is not None and "mends" not in before:
            raise NotAppliedForNow(*shut)
        fits_age(desk, value, before)

    return look


def fits_age(desk: Desk, value: Any, before: Answers) -> None:
    """Refuses the first grade to a child who isn't six by 31 December of the season."""
    if value == "1" and age_on(before, 12, 31) < SCHOOL_AGE:
        raise ChildTooYoung(before["season"])


def young(value: Any, before: Answers) -> Refusal | None:
    late = value == "1" and age_on(before, 9, 1) < SCHOOL_AGE
    return SixAfterSeptember() if late else None


def age_on(before: Answers, month: int, day: int) -> int:
    born = date.fromisoformat(before["pupil"]["born"])
    then = date(before["season"], month, day)
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def schools_for(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
    """By catchment the address answers the next question; by choice it is asked, among those with
    free places only."""
    by = value[BY] if isinstance(value, dict) else value
    basis = {BY: by, FOR: wanted(by, before)}
    if by == CATCHMENT:
        school = catchment_school(desk.store, before.get("home"))
        names = dict(desk.store.admission.offices()[school].names)
        return {"basis": basis, "school": school, OFFERED: {school: {"names": names}}}
    offers = with_places(desk.store, before)
    if not offers:
        raise NoSchoolHasPlaces
    return {"basis": basis, OFFERED: offers}


def catchment_school(store: Store, home: Mapping[str, str] | None) -> str:
    """Raises NoAddress and NoCatchmentSchool."""
    if home is None:
        raise NoAddress
    stretches = store.admission.street(home["locality"], street_key(home["street"]))
    school = school_of(stretches, home["house"])
    if school is None or school not in store.admission.offices():
        raise NoCatchmentSchool(home["street"], home["house"])
    return school


def with_places(store: Store, before: Answers) -> dict[str, Any]:
    offices = store.admission.offices()
    wanted = before["season"], before["grade"], before["language"]
    return {
        v.school: {"names": dict(offices[v.school].names), "free": v.free}
        for v in store.admission.vacancies(*wanted)
        if v.school in offices
    }


def by_address(value: Any, before: Answers) -> Refusal | None:
    """Tells which school it is, as soon as "by catchment" is chosen."""
    if value[BY] != CATCHMENT:
        return None
    return SchoolOfAddress(before[OFFERED][before["school"]]["names"])


def has_place(desk: Desk, value: Any, before: Answers) -> None:
    if before["basis"][BY] == CHOICE:
        refuse_full(desk.store, value, before)


def refuse_full(store: Store, school: str, before: Answers) -> None:
    """Raises NoPlaceAtSchool. Asked again when the form is sent; a place is taken only when staff
    accept."""
    wish = Wish(before["season"], school, before["grade"], before["language"])
    found = store.admission.vacancy(wish)
    if found is None or not found.free:
        raise NoPlaceAtSchool
