"""The numbers of a place's queues as a picture, with the same in words under it."""

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.telegram import upload
from bot.handlers import catalogue
from bot.keyboards import Button
from bot.render import Call, keyboard
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.kindergartens import QueueSize
from domain.papers import PaperNotOpened
from domain.queue.forecast import MOST_MONTHS, month, number
from domain.store import Store


def routes() -> Routes:
    table = Routes()

    @table.tap("kst")
    async def asked(talk: Talk, tap: Tap) -> None:
        await shown(talk, tap.part(0))

    return table


async def shown(talk: Talk, place: str) -> None:
    """The picture is drawn before the transaction; where it can't be, the words go alone."""
    if not talk.house.atlas.has(place):
        await talk.settle(lambda store: [talk.say("kg-none")])
        return
    sizes, placed = await talk.house.database.read(lambda store: numbers(talk, store, place))
    if not sizes:
        await talk.settle(lambda store: [talk.say("kg-statistics-none")])
        return
    try:
        picture = (await talk.house.examiner.chart(told(talk, place, sizes, placed))).content
    except PaperNotOpened:
        picture = b""
    words = in_words(talk, place, sizes, placed)
    await talk.settle(lambda store: told_by(talk, place, words, picture))


def numbers(talk: Talk, store: Store, place: str) -> tuple[list[QueueSize], Mapping[int, int]]:
    return (
        store.kindergartens.sizes(place, talk.now),
        store.kindergartens.placed_by_month(place),
    )


def by_cohort(sizes: Sequence[QueueSize]) -> list[tuple[int, list[int]]]:
    """How many wait in each class, the youngest first."""
    found: dict[int, list[int]] = {}
    for s in sizes:
        parts = found.setdefault(s.cohort, [0, 0, 0])
        for at, count in enumerate((s.out_of_turn, s.first_priority, s.general)):
            parts[at] += count
    return sorted(found.items(), reverse=True)


def last_year(talk: Talk, placed: Mapping[int, int]) -> list[tuple[int, int]]:
    """The twelve full months before this one: the month, and how many got a place."""
    this = number(talk.now.year * 100 + talk.now.month)
    return [(month(n) % 100, placed.get(month(n), 0)) for n in range(this - MOST_MONTHS, this)]


def told(
    talk: Talk, place: str, sizes: Sequence[QueueSize], placed: Mapping[int, int]
) -> dict[str, Any]:
    say = talk.house.words.say
    lang = talk.lang
    return {
        "title": say(lang, "kg-chart-title", place=named(talk, place)),
        "subtitle": say(lang, "kg-chart-day", day=talk.now),
        "legend": [say(lang, f"kg-class-{c}") for c in ("out", "first", "general")],
        "bars": [[str(cohort), parts] for cohort, parts in by_cohort(sizes)],
        "months_title": say(lang, "kg-chart-months"),
        "months": [[f"{when:02d}", count] for when, count in last_year(talk, placed)],
    }


def named(talk: Talk, place: str) -> str:
    return talk.house.atlas.place(place).name(talk.lang)


def in_words(talk: Talk, place: str, sizes: Sequence[QueueSize], placed: Mapping[int, int]) -> str:
    """For who doesn't see the picture: the same numbers."""
    cohorts = by_cohort(sizes)
    lines = [
        talk.voice.say("kg-statistics-line", cohort=str(cohort), waiting=sum(parts))
        for cohort, parts in cohorts
    ]
    head = talk.voice.say(
        "kg-statistics",
        place=named(talk, place),
        waiting=sum(s.waiting for s in sizes),
        out=sum(s.out_of_turn for s in sizes),
        first=sum(s.first_priority for s in sizes),
        placed=sum(count for _, count in last_year(talk, placed)),
    )
    return f"{head} {', '.join(lines)}"


def told_by(talk: Talk, place: str, words: str, picture: bytes) -> Says:
    rows = [catalogue.homeward(place)]
    catalogue.offer(talk, rows, place)
    markup = keyboard(talk.voice, rows)
    if not picture:
        return [{**talk.say("kg-statistics-none"), "text": words, "reply_markup": markup}]
    return [photo(talk, picture, words, markup)]


def photo(talk: Talk, picture: bytes, words: str, markup: dict[str, Any]) -> Call:
    return {
        "method": "sendPhoto",
        "chat_id": talk.id,
        "photo": upload("queues.png", "image/png", picture),
        "caption": words,
        "parse_mode": "HTML",
        "reply_markup": markup,
    }


def button(place: str) -> Button:
    return Button("button-kg-statistics", tap("kst", place))
