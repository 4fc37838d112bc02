"""What staff of a queue fill in: publishing a vacant place, opened on a kindergarten, and giving
vouchers out, opened on a place."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import get_args

from domain.forms.kinds import Number, OneOf, line
from domain.forms.model import Answers, Choice, Field, Form
from domain.ports import LANGS
from domain.queue.applications import GroupKind, QueueKey
from domain.queue.bulletins import MOST_PLACES, NewVacancy
from domain.vacancy_table import SPAN

PUBLISH, ISSUE = "vacancy", "vouchers"
MOST_VOUCHERS = 200
"""At once: each is a family to be told."""
EVERY_KIND = tuple(Choice(k, words=f"bulletin-kind-{k}") for k in get_args(GroupKind))
EVERY_LANGUAGE = tuple(Choice(code, words=f"bulletin-language-{code}") for code in LANGS)
LONGEST_GROUP = 60


def forms(today: Callable[[], date]) -> tuple[Form, ...]:
    """Opened with `kindergarten`, and the `kinds` and `languages` it has."""

    def years(before: Answers) -> Sequence[Choice]:
        """The youngest first; the last year isn't before the first."""
        first = int(before.get("born_from", today().year - SPAN))
        found = range(today().year, max(first, today().year - SPAN) - 1, -1)
        return [Choice(str(y), names=dict.fromkeys(LANGS, str(y))) for y in found]

    def kinds(before: Answers) -> Sequence[Choice]:
        return [Choice(k, words=f"bulletin-kind-{k}") for k in before["kinds"]]

    def languages(before: Answers) -> Sequence[Choice]:
        return [Choice(code, words=f"bulletin-language-{code}") for code in before["languages"]]

    fields = (
        Field("group", line(most=LONGEST_GROUP), words="vacancy-group"),
        Field("kind", OneOf(kinds), words="vacancy-kind"),
        Field("language", OneOf(languages), words="vacancy-language"),
        Field("born_from", OneOf(years), words="vacancy-born-from"),
        Field("born_to", OneOf(years), words="vacancy-born-to"),
        Field("places", Number(1, MOST_PLACES), words="vacancy-places"),
    )
    vouchers = (
        Field("kind", OneOf(EVERY_KIND), words="vacancy-kind"),
        Field("language", OneOf(EVERY_LANGUAGE), words="vacancy-language"),
        Field("born", OneOf(lambda before: years({})), words="vouchers-born"),
        Field("count", Number(1, MOST_VOUCHERS), words="vouchers-count"),
    )
    return Form(PUBLISH, fields), Form(ISSUE, vouchers)


def queue_of(place: str, held: Answers) -> QueueKey:
    """Whose vouchers they are."""
    return QueueKey(place, held["kind"], held["language"], int(held["born"]))


def vacancy_of(draft: int, kindergarten: str, held: Answers) -> NewVacancy:
    """What the form says; one draft is one vacancy."""
    return NewVacancy(
        kindergarten,
        held["group"],
        held["kind"],
        held["language"],
        (int(held["born_from"]), int(held["born_to"])),
        held["places"],
        f"draft:{draft}",
    )
