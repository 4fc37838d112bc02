"""The road of a pupil through the page, stage by stage, from "hello" to "my events". With
SHOTS=folder each stage leaves a picture there.
"""

import os
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from playwright.async_api import expect

from adapters.phrases import ALMATY, Phrases
from app.lists import atlas
from domain.ports import Lang
from tests.browser.walker import Walker, overflow
from tests.domain.values.synthetic import synthetic

SHOTS = os.environ.get("SHOTS")
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
REGION, DISTRICT, LOCALITY = "610000000", "611600000", "611610000"
PASSWORD = "Qwerty12!"
VILLAGE = {"kk": "Ауыл олимпиадасы", "ru": "Сельская олимпиада", "en": "Village olympiad"}
MATHS = {"kk": "Математика", "ru": "Математика", "en": "Mathematics"}


@dataclass(frozen=True)
class Pupil:
    """Whose chat it is, and what is particular to the pupil it is about."""

    lang: Lang
    chat: str
    names: tuple[str, str]
    number: int
    screen: dict[str, object]

    @property
    def address(self) -> str:
        return f"pupil-{self.lang}@example.com"

    @property
    def iin(self) -> str:
        return synthetic(date(2011, 3, 20), "female", 9000 + self.number) or ""


async def seen(w: Walker, stage: str) -> None:
    """The screen of a stage fits; it is kept as a picture if somebody wants to look."""
    assert await overflow(w.page) <= 0
    if SHOTS:
        await w.page.screenshot(path=Path(SHOTS) / f"{w.lang}-{stage}.png")


async def greeting(w: Walker) -> None:
    await seen(w, "00-empty")
    await w.page.get_by_test_id("start").click()
    await w.reads("language-ask")
    await seen(w, "01-language")
    await w.taps(w.says(f"language-name-{w.lang}"))
    await w.reads("start-hello")
    await seen(w, "02-hello")


async def account(w: Walker, pupil: Pupil) -> None:
    await w.taps(w.says("button-open-account"))
    await asked(w, "consent", "form-daryn-account.intro")
    await w.taps(w.says("consent-give"))
    await asked(w, "role")
    await w.taps(w.says("role-pupil"))
    await person(w, pupil)
    await school(w)
    await password(w)
    await asked(w, "truth")
    await w.taps(w.says("truth-confirm"))
    await w.reads("form-daryn-account.check")
    await seen(w, "17-summary")
    await w.taps(w.says("form-daryn-account.send"))
    await asked(w, "mail-code-confirm")


async def asked(w: Walker, key: str, *above: str) -> None:
    for message in (*above, f"ask-{key}"):
        await w.reads(message)
    await seen(w, f"ask-{key}")


async def person(w: Walker, pupil: Pupil) -> None:
    for key, name in zip(("surname", "given"), pupil.names, strict=True):
        await asked(w, key)
        await w.types(name)
    await asked(w, "patronymic")
    await w.taps(w.says("button-no-patronymic"))
    await asked(w, "iin")
    await w.types(pupil.iin)
    await asked(w, "sex")
    await w.taps(w.says("sex-female"))
    await asked(w, "born")
    await w.taps(w.says("button-suggested", value="20.03.2011"))
    await asked(w, "email")
    await w.types(pupil.address)
    await asked(w, "phone")
    await w.shares_contact()


async def school(w: Walker) -> None:
    for key, kato in (("region", REGION), ("district", DISTRICT), ("locality", LOCALITY)):
        await asked(w, key)
        await w.types(atlas().place(kato).name(w.lang))
    await asked(w, "school")
    await w.types("2")
    await asked(w, "teaching")
    await w.taps(w.says("teaching-kk"))
    await asked(w, "ethnicity")
    await w.types("1")
    await asked(w, "grade")
    await w.taps(w.says("grade-10"))


async def password(w: Walker) -> None:
    for key in ("password", "password-again"):
        await asked(w, key)
        await w.types(PASSWORD)
    await expect(w.page.get_by_text(PASSWORD)).to_have_count(0)


async def confirmation(w: Walker, pupil: Pupil) -> None:
    await seen(w, "18-confirm")
    await w.confirms_by_letter(pupil.address)
    await w.reads("email-confirmed")
    await seen(w, "21-confirmed")


async def registration(w: Walker) -> None:
    await w.taps(w.says("button-events"))
    await w.reads("events-title")
    await w.taps(VILLAGE[w.lang])
    await w.reads("event-may-move")
    await seen(w, "23-event")
    await w.taps(w.says("button-see-subjects"))
    await w.reads("subjects-title", name=VILLAGE[w.lang])
    await seen(w, "24-subjects")
    await w.taps(w.says("button-register"))
    await asked(w, "subject")
    await w.types(MATHS[w.lang])
    await w.reads("form-daryn-apply.check")
    await seen(w, "26-apply-summary")
    await w.taps(w.says("form-daryn-apply.send"))
    await w.reads("added-successfully")
    await seen(w, "27-added")


async def my_events(w: Walker, opened: date) -> None:
    """The card tells the day and its weekday, the time, and how long it takes. The shipped
    olympiad is counted from the day the program was `opened`."""
    starts = datetime.combine(opened, time(10), ALMATY) + timedelta(days=35)
    said = Phrases(w.lang, ALMATY).functions
    await w.taps(w.says("button-my-events"))
    await w.reads("my-events-title")
    for part in (MATHS[w.lang], said["DAY"](starts), "10:00", said["DURATION"](180)):
        await expect(w.newest).to_contain_text(part)
    await seen(w, "28-my-events")
