"""What a chat may begin with, made through the domain and not through the chat."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from adapters.db.store import Store
from domain import accounts
from domain.people import PersonId
from domain.ports import Lang
from sandbox import people
from tests.chats.stage import Stage

PUPIL: Mapping[str, Any] = {
    "role": "pupil",
    "surname": "Сапарова",
    "given": "Аружан",
    "patronymic": "-",
    "iin": "110320690007",
    "sex": "female",
    "born": "2011-03-20",
    "email": "aruzhan@example.com",
    "phone": "+77000000001",
    "region": "610000000",
    "district": "611600000",
    "locality": "611610000",
    "school": "611610000-1",
    "language": "kk",
    "ethnicity": "kazakh",
    "grade": "10",
}
HASH = "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"
Given = Callable[[Stage], Awaitable[None]]


def speaking(lang: Lang, *roles: str) -> Given:
    async def make(stage: Stage) -> None:
        for role in roles:
            await meet(stage, NUMBERS[role], lang)

    return make


NUMBERS = {"pupil": 101, "parent": 102, "teacher": 103, "staff": 104}


async def meet(stage: Stage, person: int, lang: Lang) -> None:
    """The person has started the bot and chosen a language."""
    people.start(stage.world, person)
    stage.world.updates.pending.clear()
    now = stage.clock.now()
    await stage.house.database.run(lambda store: store.people.speak(PersonId(person), lang, now))


def account(lang: Lang, *, confirmed: bool, **changed: Any) -> Given:
    """A pupil's account (or another by `changed`), signed in to."""

    async def make(stage: Stage) -> None:
        await meet(stage, 101, lang)
        await stage.house.database.run(lambda store: opened(stage, store))

    def opened(stage: Stage, store: Store) -> None:
        profile = {**PUPIL, **changed}
        now = stage.clock.now()
        made = accounts.open_account(
            store,
            PersonId(101),
            portal="daryn",
            role=profile["role"],
            draft=999_000,
            profile={**profile, "labels": {}},
            password_hash=HASH,
            now=now,
        )
        if confirmed:
            accounts.confirm(store, made.id, now)

    return make


GIVENS: Mapping[str, Given] = {
    "pupil speaks kk": speaking("kk", "pupil"),
    "pupil speaks ru": speaking("ru", "pupil"),
    "pupil speaks en": speaking("en", "pupil"),
    "staff speaks kk": speaking("kk", "staff"),
    "parent speaks ru": speaking("ru", "parent"),
    "confirmed pupil": account("kk", confirmed=True),
    "confirmed pupil in ru": account("ru", confirmed=True),
    "confirmed pupil in en": account("en", confirmed=True),
    "unconfirmed pupil": account("kk", confirmed=False),
    "confirmed pupil of grade 5": account("kk", confirmed=True, grade="5"),
    "confirmed teacher": account("kk", confirmed=True, role="teacher"),
}
