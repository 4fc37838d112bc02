"""A family in the sandbox's town, stage by stage: who waits and where, a cabinet opened by
e-signature, an application for twins, their places."""

from playwright.async_api import expect

from tests.browser.road import asked, seen
from tests.browser.school_road import signed
from tests.browser.walker import Walker

GULNAR, AISHA, AMIR = "880412490003", "250210690027", "250210590030"
"""IINs of `lists/register.csv`: a mother in Kokshetau and her twins."""
KOKSHETAU = {"kk": "Көкшетау қ.", "ru": "г. Кокшетау", "en": "Kokshetau (city)"}


async def statistics(w: Walker) -> None:
    """Everybody may look: the queues of a town, and a picture of them."""
    place = KOKSHETAU[w.lang]
    await w.types("/kindergartens")
    await w.reads("kg-which")
    await w.taps(place)
    await seen(w, "50-town")
    await w.taps(w.says("button-kg-queues"))
    await w.reads("kg-queues-how")
    await seen(w, "51-queues")
    await w.taps(w.says("button-kg-home"))
    await w.taps(w.says("button-kg-statistics"))
    await w.page.locator("[data-from='bot'] img").last.wait_for()
    await seen(w, "52-statistics")


async def found(w: Walker) -> None:
    """A kindergarten by a part of its name."""
    await w.types("shatt")
    await w.newest.filter(has_text="Достық көшесі, 33").wait_for()
    await seen(w, "53-kindergarten")


async def cabinet(w: Walker) -> None:
    """Signed in to Akmola's portal by e-signature."""
    await w.types("/start")
    await w.reads("start-hello")
    await w.taps(w.says("button-kindergarten"))
    await w.taps(w.says("button-akmola"))
    await w.taps(w.says("button-sign-in"))
    await asked(w, "akmola-district")
    await w.types(KOKSHETAU[w.lang])
    await asked(w, "akmola-consent")
    await w.taps(w.says("consent-give"))
    await asked(w, "akmola-way")
    await w.taps(w.says("way-signature"))
    await signed(await w.opens(w.says("button-signing-open")), GULNAR)


async def twins(w: Walker) -> None:
    """One application for two children; a typed answer, a tick, a long list told in the text."""
    await w.taps(w.says("button-akmola-apply"))
    await asked(w, "akmola-actual")
    await w.taps(w.says("akmola-actual-yes"))
    await asked(w, "akmola-algorithm")
    await w.taps(w.says("akmola-algorithm-read"))
    await w.newest.filter(has_text="Сапарова Гүлнар").wait_for()
    await w.taps(w.says("choice-yes"))
    await asked(w, "parent-email")
    await w.types("gulnar@example.com")
    await asked(w, "parent-phone")
    await w.types("87000000002")
    await asked(w, "akmola-child-iin")
    await w.types(AISHA)
    await asked(w, "together")
    await w.taps(w.says("together-2"))
    await asked(w, "second-iin")
    await w.types(AMIR)
    await asked(w, "akmola-area")
    await w.taps(KOKSHETAU[w.lang])
    await asked(w, "group-languages")
    await w.taps(w.says("group-language-kk"))
    await w.taps(w.says("button-done"))
    await asked(w, "foreign")
    await w.taps(w.says("choice-no"))
    await asked(w, "benefit")
    await w.types("1")
    await w.reads("form-akmola-apply.check")
    await seen(w, "58-check")
    await w.taps(w.says("form-akmola-apply.send"))
    await expect(w.newest).to_contain_text(w.says("place-number", number=1, all=1)[:9])
    await seen(w, "59-number")
