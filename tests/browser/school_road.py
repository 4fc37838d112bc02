"""The road of a parent to a school, stage by stage: signed in with the sandbox's phone, a photo of
every paper, the signature that counts and those that don't, the page behind the QR.
"""

import asyncio
import io
from pathlib import Path

import numpy as np
import pikepdf
from playwright.async_api import Page, expect

from tests.browser.road import asked, seen
from tests.browser.walker import Walker, overflow
from tests.papers import shots

TIMUR, DAMIR, GULNAR = "830707390031", "190815590066", "880412490003"
"""IINs of `lists/register.csv`: a father in Pavlodar, his son, and somebody else."""
PAPERS = ("health", "passport", "photo", "birth")


def photos(folder: Path) -> tuple[Path, Path]:
    """Two photos of papers as a phone takes them: a sharp one, and one in the dark."""
    taken = []
    for name, shot in (("sharp", shots.fine), ("dark", shots.dark)):
        taken.append(folder / f"{name}.jpg")
        shot(np.random.default_rng(7), 1000).convert("RGB").save(taken[-1], quality=85)
    return taken[0], taken[1]


async def signing_in(w: Walker) -> None:
    """By e-signature: refused on the phone at first."""
    await w.types("/school")
    await w.reads("school-about")
    await seen(w, "30-school")
    await w.taps(w.says("button-school-apply"))
    await asked(w, "school-consent")
    await w.taps(w.says("consent-give"))
    await asked(w, "school-way")
    await w.taps(w.says("way-signature"))
    phone = await w.opens(w.says("button-signing-open"))
    await phone.locator("summary").click()
    await phone.get_by_test_id("phone-refuse").click()
    await phone.get_by_test_id("phone-refused").wait_for()
    await phone.close()
    phone = await w.opens(w.says("button-signing-open"))
    await signed(phone, TIMUR)
    await w.reads("school-signed-in")
    await w.taps(w.says("button-school-go-on"))
    await asked(w, "school-mail")
    await w.types("timur@example.com")
    await asked(w, "school-read")


async def signed(phone: Page, iin: str) -> None:
    await phone.get_by_test_id("phone-iin").fill(iin)
    await phone.get_by_test_id("phone-sign").click()
    await phone.get_by_test_id("phone-done").wait_for()
    assert await overflow(phone) <= 0
    await phone.close()


async def application(w: Walker) -> None:
    """Who applies, for whom, to which school."""
    await w.taps(w.says("school-read"))
    await asked(w, "school-applicant")
    await w.taps(w.says("choice-right"))
    await asked(w, "school-mail")
    await w.taps(w.says("button-suggested", value="timur@example.com"))
    await asked(w, "school-contact")
    await w.types("8 (707) 123-45-67")
    await asked(w, "school-child")
    await w.types(DAMIR)
    await asked(w, "school-child-right")
    await w.taps(w.says("choice-right"))
    await asked(w, "school-grade")
    await w.taps(w.says("grade-1"))
    await asked(w, "school-language")
    await w.taps(w.says("teaching-kk"))
    await asked(w, "school-basis")
    await w.taps(w.says("basis-catchment"))
    await asked(w, "paper-health")


async def spoilt(w: Walker, dark: Path) -> None:
    """A photo that is too dark is warned of."""
    await w.attaches(dark)
    await w.reads("page-looks-bad", page="1")
    await seen(w, "36-school-dark")


async def papers(w: Walker, sharp: Path) -> None:
    """The spoilt page is taken again; a paper that isn't there is left out."""
    await w.taps(w.says("button-page-again", page="1"))
    for paper in PAPERS:
        await w.reads(f"ask-paper-{paper}")
        await w.attaches(sharp)
        await w.reads("paper-complete")
        await w.taps(w.says("button-paper-done"))
    await asked(w, "paper-pmpc")
    await w.taps(w.says("button-without"))
    await w.reads("form-school-apply.check")
    await seen(w, "38-school-check")


async def wrong_key(w: Walker) -> Page:
    """Somebody else's key doesn't count, and the phone says so."""
    await w.taps(w.says("form-school-apply.send"))
    await w.reads("school-to-sign")
    await w.taps(w.says("button-school-sign"))
    phone = await w.opens(w.says("button-signing-open"))
    await phone.get_by_test_id("phone-iin").fill(GULNAR)
    await phone.get_by_test_id("phone-sign").click()
    await expect(phone.get_by_test_id("phone-trouble")).to_be_visible()
    await seen(Walker(phone, w.words, w.lang), "39-school-phone")
    return phone


async def signature(w: Walker, phone: Page) -> str:
    """The applicant's key counts. Gives the application's number."""
    await signed(phone, TIMUR)
    sent = w.newest.filter(has_text="PV-")
    await sent.wait_for()
    await seen(w, "40-school-sent")
    return (await sent.locator("strong").nth(1).inner_text()).strip()


async def document(w: Walker, number: str) -> None:
    """The PDF's QR opens a page that tells what became of it, and initials only."""
    await w.taps(w.says("button-school-open"))
    await w.taps(w.says("button-school-pdf"))
    card = w.page.locator("[data-from='bot'] a.file").last
    await card.wait_for()
    async with w.page.expect_download() as saved:
        await card.click()
    link = await asyncio.to_thread(linked, Path(await (await saved.value).path()))
    page = await w.page.context.new_page()
    await page.goto(link)
    await expect(page.locator("h1")).to_have_text(w.says("page-document.title"))
    await expect(page.locator("dd").nth(1)).to_have_text(number)
    await expect(page.locator("dd").nth(2)).to_have_text("О. Д. Т.")
    assert "Оспанов" not in await page.content()
    await seen(Walker(page, w.words, w.lang), "41-school-document")
    await page.close()


def linked(pdf: Path) -> str:
    """Where the QR of a document leads."""
    with pikepdf.open(io.BytesIO(pdf.read_bytes())) as document:
        return str(document.pages[0].Annots[0].A.URI)
