"""What a chat may begin with, made through the domain and not through the chat."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.code_message import CodeWords
from adapters.db.store import Store
from app.events import load_event, read_event
from app.lists import FOLDER, days_off
from app.queues import rules
from app.town import fill_town
from domain import accounts, links, olympiads, originals, proposals
from domain.broadcasts import Audience
from domain.people import PersonId
from domain.ports import Lang
from sandbox import people
from tests.chats import applicant, department, paper_form
from tests.chats.stage import CHEAP, ZONE, Stage, words

NUMBERS = {"pupil": 101, "parent": 102, "teacher": 103, "staff": 104, "colleague": 105}
PASSWORD = "Qwerty12!"
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
BROTHER = {
    "surname": "Сапаров",
    "given": "Нұрлан",
    "iin": "110320590000",
    "sex": "male",
    "email": "nurlan@example.com",
}
TEACHER = {
    "role": "teacher",
    "surname": "Ахметова",
    "given": "Гүлнар",
    "iin": "850101390000",
    "born": "1985-01-01",
    "email": "gulnar@example.com",
    "ethnicity": None,
    "grade": None,
}
Given = Callable[[Stage], Awaitable[None]]


def speaking(role: str, lang: Lang) -> Given:
    """The person has started the bot and chosen a language."""

    async def make(stage: Stage) -> None:
        person, now = NUMBERS[role], stage.clock.now()
        people.start(stage.world, person)
        stage.world.updates.pending.clear()
        await stage.house.database.run(
            lambda store: store.people.speak(PersonId(person), lang, now)
        )

    return make


def account(lang: Lang, *, confirmed: bool, of: str = "pupil", **changed: Any) -> Given:
    """An account signed in to from `of`'s chat: a pupil's, or another by `changed`."""

    async def make(stage: Stage) -> None:
        await speaking(of, lang)(stage)
        await stage.house.database.run(lambda store: opened(stage, store))

    def opened(stage: Stage, store: Store) -> None:
        profile = {k: v for k, v in {**PUPIL, **changed}.items() if v is not None}
        now = stage.clock.now()
        made = accounts.open_account(
            store,
            PersonId(NUMBERS[of]),
            portal="daryn",
            role=profile["role"],
            draft=int(profile["iin"]),
            profile={**profile, "labels": {}},
            password_hash=CHEAP.hash(PASSWORD),
            now=now,
        )
        if confirmed:
            accounts.confirm(store, made.id, now)

    return make


def registered(subject: str) -> Given:
    """The pupil is registered for a subject of the village olympiad."""

    async def make(stage: Stage) -> None:
        await stage.house.database.run(lambda store: signed_up(stage, store))

    def signed_up(stage: Stage, store: Store) -> None:
        mine = store.accounts.of(PersonId(NUMBERS["pupil"]))[0]
        draft = 900 + len(store.olympiads.registrations(mine.id))
        olympiads.register(
            store, mine, "auyl", subject, draft=draft, snapshot={}, now=stage.clock.now()
        )

    return make


def full(subject: str) -> Given:
    """There is no place at a subject."""

    async def make(stage: Stage) -> None:
        await stage.house.database.run(fill)

    def fill(store: Store) -> None:
        s = store.olympiads.sitting("auyl", 1, subject)
        store.olympiads.put_sitting(
            event="auyl",
            stage=1,
            subject=subject,
            starts=s.starts,
            minutes=s.minutes,
            place=s.place,
            places=0,
        )

    return make


async def not_yet(stage: Stage) -> None:
    """Registration for the village olympiad opens in three days."""
    village, _ = read_event((FOLDER / "olympiads" / "village.json").read_text("utf-8"))
    assert village is not None
    now = stage.clock.now() + timedelta(days=10)
    await stage.house.database.run(lambda store: load_event(store, village, now, ZONE))


def it_is(moment: datetime) -> Given:
    """The clock stands there when the chat begins."""

    async def make(stage: Stage) -> None:
        stage.clock.set(moment)

    return make


def accepted(year: int) -> Given:
    """The parent's child is accepted to a school that wants to see the originals."""

    async def make(stage: Stage) -> None:
        await stage.house.database.run(
            lambda store: originals.expect(
                store,
                PersonId(NUMBERS["parent"]),
                "17",
                year=year,
                school={"kk": "№ 5 мектеп", "ru": "Школа № 5", "en": "School No. 5"},
                days_off=days_off(),
                now=stage.clock.now(),
            )
        )

    return make


def holds_too(of: str) -> Given:
    """Another one is signed in to the pupil's account as well."""

    async def make(stage: Stage) -> None:
        now = stage.clock.now() + timedelta(minutes=1)

        def join(store: Store) -> None:
            mine = store.accounts.of(PersonId(NUMBERS["pupil"]))[0]
            store.accounts.sign_in(mine.id, PersonId(NUMBERS[of]), now)

        await stage.house.database.run(join)

    return make


HASH = CHEAP.hash(PASSWORD)
FILLED = {
    "consent": "yes",
    **PUPIL,
    "password": {"hash": HASH},
    "password_again": {"same": HASH},
    "truth": "yes",
}


def filling(lang: Lang, key: str) -> Given:
    """The pupil opens an account and is asked for `key` now; "check": all is answered."""

    async def make(stage: Stage) -> None:
        await speaking("pupil", lang)(stage)
        await stage.house.database.run(lambda store: drafted(stage, store))

    def drafted(stage: Stage, store: Store) -> None:
        form, pupil, now = stage.house.forms["daryn-account"], PersonId(101), stage.clock.now()
        keys = [f.key for f in form.fields if f.key in FILLED]
        known = keys[: keys.index(key)] if key != "check" else keys
        filled = {k: FILLED[k] for k in known}
        store.drafts.save(pupil, store.drafts.open(pupil, form.name, now, answers=filled), now)
        stage.house.states.keep(store, pupil, f"form:{form.name}", {})

    return make


CABINETS: Mapping[str, Mapping[str, Any]] = {
    "indigo": {"city": "710000000"},
    "akmola": {"district": "111000000"},
    "snation": {"surname": "Сапарова", "given": "Гүлнар", "patronymic": "Ерланқызы"},
}


def cabinet(portal: str, lang: Lang, iin: str = "880412490003") -> Given:
    """The parent has a cabinet of a kindergarten portal, and their phone is linked."""

    async def make(stage: Stage) -> None:
        await speaking("parent", lang)(stage)
        await stage.house.database.run(lambda store: made(stage, store))

    def made(stage: Stage, store: Store) -> None:
        parent, now = PersonId(NUMBERS["parent"]), stage.clock.now()
        phone = stage.world.person(parent).phone
        links.link(store, parent, phone, "contact", now, CodeWords(words()).message)
        profile = {"iin": iin, "phone": phone, "labels": {}, **CABINETS[portal]}
        account = store.accounts.add(
            portal=portal,
            role="parent",
            draft=880412,
            profile=profile,
            password_hash=CHEAP.hash(PASSWORD),
            now=now,
        )
        store.accounts.join(account.id, parent, now)

    return make


async def linked(stage: Stage) -> None:
    """The pupil's phone is linked to the pupil's chat."""
    phone, now = stage.world.person(101).phone, stage.clock.now()
    render = CodeWords(words()).message
    await stage.house.database.run(
        lambda store: links.link(store, PersonId(101), phone, "contact", now, render)
    )


async def town(stage: Stage) -> None:
    """Kindergartens and families of the sandbox."""
    now = stage.clock.now()
    await stage.house.database.run(lambda store: fill_town(store, now, rules(ZONE)))


async def silent(stage: Stage) -> None:
    """The registers of the state don't answer."""
    stage.people.silent = True


def handed_on(of: str, to: str) -> Given:
    """The phone of one is another's: a new account on the same number."""

    async def make(stage: Stage) -> None:
        one, other = stage.world.person(NUMBERS[of]), stage.world.person(NUMBERS[to])
        one.phone, other.phone = other.phone, one.phone

    return make


def papers(lang: Lang) -> Given:
    """The pupil has opened the form that only asks for papers."""

    async def make(stage: Stage) -> None:
        await speaking("pupil", lang)(stage)
        await stage.house.database.run(lambda store: opened(stage, store))

    def opened(stage: Stage, store: Store) -> None:
        pupil, now = PersonId(101), stage.clock.now()
        draft = store.drafts.open(pupil, paper_form.NAME, now, answers={"note": "Балабақша"})
        store.drafts.save(pupil, draft, now)
        stage.house.states.keep(store, pupil, f"form:{paper_form.NAME}", {})

    return make


async def by_voucher(stage: Stage) -> None:
    """Places of Arys go by vouchers, as if the file of that regime named it."""
    regimes = stage.house.rules.regimes
    assert isinstance(regimes.places, dict)
    regimes.places["61"] = next(r for r in regimes.all if r.name == "voucher")


async def shared(stage: Stage) -> None:
    """The other parent uses the cabinet too, from another chat."""
    now = stage.clock.now()

    def join(store: Store) -> None:
        mine = store.accounts.of(PersonId(NUMBERS["parent"]))[0]
        store.accounts.join(mine.id, PersonId(NUMBERS["colleague"]), now)

    await stage.house.database.run(join)


def in_queue(lang: Lang, benefit: str | None = None) -> Given:
    """The parent's child stands in the queue of Arys behind two others."""

    async def make(stage: Stage) -> None:
        await speaking("parent", lang)(stage)
        await department.stand(stage, PersonId(NUMBERS["parent"]), benefit)

    return make


async def told(stage: Stage) -> None:
    """Staff have told something to who is registered for mathematics."""

    def tell(store: Store) -> None:
        audience = Audience(event="auyl", subject="math")
        text = {"kk": "Өзіңізбен бірге жеке куәлік алыңыз.", "ru": "Возьмите удостоверение."}
        planned = proposals.announcing(store, {**text, "en": "Take your ID with you."}, audience)
        first, second = PersonId(NUMBERS["staff"]), PersonId(NUMBERS["colleague"])
        now = stage.clock.now()
        made = proposals.propose(store, [planned], first, now, through="chat")
        proposals.ask(store, made.id, first, now)
        proposals.confirm(store, made.id, second, now - proposals.UNDO)

    await stage.house.database.run(tell)


async def child_of_pupil(stage: Stage) -> None:
    """The same for whoever fills in the form of the olympiad."""
    await department.stand(stage, PersonId(NUMBERS["pupil"]), None)


LANGUAGES: tuple[Lang, ...] = ("kk", "ru", "en")
GIVENS: Mapping[str, Given] = {
    **{f"{who} speaks {lang}": speaking(who, lang) for who in NUMBERS for lang in LANGUAGES},
    **{f"confirmed pupil in {lang}": account(lang, confirmed=True) for lang in LANGUAGES},
    **{f"unconfirmed pupil in {lang}": account(lang, confirmed=False) for lang in LANGUAGES},
    **{
        f"confirmed teacher in {lang}": account(lang, confirmed=True, **TEACHER)
        for lang in LANGUAGES
    },
    **{
        f"confirmed pupil of grade 5 in {lang}": account(lang, confirmed=True, grade="5")
        for lang in LANGUAGES
    },
    **{
        f"confirmed pupil taught in English, in {lang}": account(
            lang, confirmed=True, language="en"
        )
        for lang in LANGUAGES
    },
    **{
        f"confirmed brother in {lang}": account(lang, confirmed=True, **BROTHER)
        for lang in LANGUAGES
    },
    **{
        f"pupil's account opened by parent in {lang}": account(lang, confirmed=True, of="parent")
        for lang in LANGUAGES
    },
    **{f"registered for {subject}": registered(subject) for subject in ("math", "history")},
    **{
        f"account form in {lang} at {key}": filling(lang, key)
        for lang in LANGUAGES
        for key in (*FILLED, "check")
    },
    **{f"no places for {subject}": full(subject) for subject in ("physics", "chemistry")},
    "registration opens in three days": not_yet,
    **{f"paper form in {lang}": papers(lang) for lang in LANGUAGES},
    "linked pupil": linked,
    "child of pupil in queue": child_of_pupil,
    **{f"child of parent in queue, in {lang}": in_queue(lang) for lang in LANGUAGES},
    **{
        f"child of parent in queue with a benefit, in {lang}": in_queue(lang, "large_family")
        for lang in LANGUAGES
    },
    **{
        f"it is 15 August {year}": it_is(datetime(year, 8, 15, 6, tzinfo=UTC))
        for year in (2026, 2027)
    },
    **{f"child of parent accepted in {year}": accepted(year) for year in (2026, 2027)},
    "colleague uses parent's cabinet too": shared,
    "places go by vouchers": by_voucher,
    "parent is signed in to pupil's account": holds_too("parent"),
    "the town": town,
    "told to pupils of math": told,
    "registers are silent": silent,
    **{
        f"{portal} cabinet of parent in {lang}": cabinet(portal, lang)
        for portal in CABINETS
        for lang in LANGUAGES
    },
    **{
        f"akmola cabinet of Akhmetova in {lang}": cabinet("akmola", lang, "900125490028")
        for lang in LANGUAGES
    },
    "pupil's phone is parent's now": handed_on("pupil", "parent"),
    "parent's phone is pupil's now": handed_on("parent", "pupil"),
    **applicant.GIVENS,
}
