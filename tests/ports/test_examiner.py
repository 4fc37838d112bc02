"""The contract of whoever opens files, over the real process and over the fake; and the hostile
set, which only the real one can meet."""

import asyncio
import base64
import io
import struct
import zlib
from collections.abc import AsyncIterator, Callable

import pikepdf
import pytest
import pytest_asyncio
from PIL import Image, ImageDraw

from adapters.papers.examiner import Examiner
from adapters.papers.fakes import ToldExaminer
from domain.errors import Refusal
from domain.papers import Sheet
from domain.ports import Examiner as Port

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def real() -> AsyncIterator[Examiner]:
    examiner = Examiner()
    yield examiner
    await examiner.close()


def picture(
    width: int = 600, height: int = 800, kind: str = "JPEG", mode: str = "RGB", **more: object
) -> bytes:
    image = Image.new(mode, (width, height), "white")
    drawing = ImageDraw.Draw(image)
    for y in range(40, height - 40, 30):
        drawing.text((40, y), "Тууы туралы куәлік № 0012345  Сапарова Аружан", fill="black")
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def pdf(pages: int = 1, **saved: object) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
        made.pages[-1].obj.Contents = made.make_stream(b"0 0 1 rg 100 100 300 300 re f")
    out = io.BytesIO()
    made.save(out, **saved)
    return out.getvalue()


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as made:
        change(made)
        out = io.BytesIO()
        made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


async def refusal(examiner: Port, content: bytes) -> str:
    try:
        await examiner.look(content)
    except Refusal as refused:
        return type(refused).__name__
    return ""


# The contract: samples as the one and as the other understands them.
SAMPLES = {
    "real": {"photo": picture(), "pdf": pdf(3), "other": b"MZ\x90\x00", "locked": pdf(
        encryption=pikepdf.Encryption(user="1234", owner="5678"))},
    "fake": {"photo": b"photo", "pdf": b"pdf 3", "other": b"MZ", "locked": b"PaperLocked"},
}  # fmt: skip


@pytest.fixture(params=["real", "fake"])
def both(request: pytest.FixtureRequest, real: Examiner) -> tuple[Port, dict[str, bytes]]:
    return (real if request.param == "real" else ToldExaminer(), SAMPLES[request.param])


async def test_a_photo_is_one_page_and_a_pdf_as_many_as_it_has(
    both: tuple[Port, dict[str, bytes]],
) -> None:
    examiner, samples = both
    looked = [await examiner.look(samples[what]) for what in ("photo", "pdf")]
    assert [(s.type, s.pages) for s in looked] == [("image/jpeg", 1), ("application/pdf", 3)]


async def test_sheets_are_bound_in_order_into_one_pdf(
    both: tuple[Port, dict[str, bytes]],
) -> None:
    examiner, samples = both
    sheets = [await examiner.look(samples[what]) for what in ("photo", "pdf", "photo")]
    whole = await examiner.bind(sheets, 5 * 2**20)
    assert (whole.type, whole.pages) == ("application/pdf", 5)
    with pytest.raises(Refusal):
        await examiner.bind(sheets, 1)


async def test_what_is_no_paper_is_refused(both: tuple[Port, dict[str, bytes]]) -> None:
    examiner, samples = both
    assert await refusal(examiner, samples["other"]) == "PaperOfOtherType"
    assert await refusal(examiner, samples["locked"]) == "PaperLocked"
    assert await refusal(examiner, b"") == "PaperEmpty"


# The hostile set.
def png_head(width: int, height: int) -> bytes:
    """A picture as large as its header says, with next to nothing in it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(
            ">I", zlib.crc32(kind + body)
        )  # fmt: skip

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def flate_bomb(made: pikepdf.Pdf) -> None:
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(80)) + packer.flush()
    made.pages[0].obj.Contents = pikepdf.Stream(made, packed, Filter=pikepdf.Name.FlateDecode)


def bomb_in_a_bomb(made: pikepdf.Pdf) -> None:
    """Packed twice: unpacked once it is small."""
    filters = pikepdf.Array([pikepdf.Name.FlateDecode] * 2)
    twice = zlib.compress(zlib.compress(bytes(80 * 2**20), 1))
    made.pages[0].obj.Contents = pikepdf.Stream(made, twice, Filter=filters)


def huge_image(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(
            I=pikepdf.Stream(
                made, b"x", Subtype=pikepdf.Name.Image, Width=30_000, Height=30_000
            )
        )
    )  # fmt: skip


ELF = b"\x7fELF\x02\x01\x01" + bytes(100)
P12 = bytes.fromhex("308206a20201033082065c06092a864886f70d010701a082064d") + bytes(64)
HOSTILE = {
    "zip bomb": (b"PK\x03\x04" + bytes(1000), "PaperOfOtherType"),
    "program": (ELF, "PaperOfOtherType"),
    "html called pdf": (b"<html><script>alert(1)</script>", "PaperOfOtherType"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PaperOfOtherType"),
    "gif": (b"GIF89a" + bytes(100), "PaperOfOtherType"),
    "keys": (P12, "PaperOfOtherType"),
    "pdf behind a program": (ELF + pdf(), "PaperOfOtherType"),
    "iphone": (b"\0\0\0\x18ftypheic" + bytes(100), "PaperHeic"),
    "pdf bomb": (changed(flate_bomb), "PaperNotOpened"),
    "pdf bomb in a bomb": (changed(bomb_in_a_bomb), "PaperNotOpened"),
    "pdf with a huge picture": (changed(huge_image), "PaperNotOpened"),
    "pdf of junk": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "PaperDamaged"),
    "pdf cut short": (pdf(2)[:200], "PaperDamaged"),
    "pdf of no pages": (pdf(0), "PaperDamaged"),
    "pdf of 51 pages": (pdf(51), "PaperTooLong"),
    "30,000 points": (png_head(30_000, 30_000), "PaperTooManyPixels"),
    "41 megapixels": (png_head(41_000, 1_000), "PaperTooManyPixels"),
    "png that lies": (png_head(3_000, 3_000), "PaperDamaged"),
    "photo cut short": (picture()[:4000], "PaperDamaged"),
    "photo of junk": (b"\xff\xd8\xff\xe0" + bytes(500), "PaperDamaged"),
    "stamp": (picture(60, 80), "PaperTiny"),
}


@pytest.mark.parametrize("what", HOSTILE)
async def test_what_is_hostile_is_refused_and_says_why(real: Examiner, what: str) -> None:
    content, expected = HOSTILE[what]
    assert await refusal(real, content) == expected


async def test_nothing_rides_along_in_a_photo(real: Examiner) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "SecretPhone", 6
    content = picture(exif=exif, comment=b"SecretNote") + b"PK\x03\x04SecretZip"
    sheet = await real.look(content)
    assert b"Secret" not in sheet.content
    with Image.open(io.BytesIO(sheet.content)) as kept:
        assert kept.size == (800, 600)  # turned as the camera said
        assert not kept.getexif()


async def test_nothing_rides_along_in_a_pdf(real: Examiner) -> None:
    def armed(made: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="SecretScript()")
        made.Root.OpenAction = script
        made.pages[0].obj.AA = pikepdf.Dictionary(O=script)
        made.attachments["../SecretFile.exe"] = b"MZ SecretProgram"
        made.docinfo["/Author"] = "SecretAuthor"

    sheet = await real.look(changed(armed))
    with pikepdf.open(io.BytesIO(sheet.content)) as kept:
        spread = io.BytesIO()
        kept.save(
            spread,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    assert b"re f" in spread.getvalue()
    assert all(word not in spread.getvalue() for word in (b"Secret", b"/OpenAction", b"/AA"))


@pytest.mark.parametrize(
    ("coded", "coding"),
    [
        (lambda content: base64.a85encode(content) + b"~>", pikepdf.Name.ASCII85Decode),
        (lambda content: content.hex().encode() + b">", pikepdf.Name.ASCIIHexDecode),
    ],
)
async def test_a_pdf_that_is_packed_and_then_written_as_text_is_taken(
    real: Examiner, coded: Callable[[bytes], bytes], coding: pikepdf.Name
) -> None:
    """As ReportLab writes every page."""

    def page(made: pikepdf.Pdf) -> None:
        drawn = zlib.compress(made.pages[0].obj.Contents.read_bytes())
        filters = pikepdf.Array([coding, pikepdf.Name.FlateDecode])
        made.pages[0].obj.Contents = pikepdf.Stream(made, coded(drawn), Filter=filters)

    assert (await real.look(changed(page))).pages == 1


async def test_a_pdf_that_only_forbids_printing_is_taken(real: Examiner) -> None:
    shut = pdf(encryption=pikepdf.Encryption(user="", owner="5678"))
    sheet = await real.look(shut)
    with pikepdf.open(io.BytesIO(sheet.content)) as kept:
        assert not kept.is_encrypted


async def test_the_same_file_is_always_kept_the_same(real: Examiner) -> None:
    for content in (picture(), pdf(2)):
        one, other = [await real.look(content) for _ in range(2)]
        assert one == other


async def test_photos_are_made_smaller_until_they_fit(real: Examiner) -> None:
    noisy = Image.effect_noise((900, 1200), 60).convert("RGB")
    out = io.BytesIO()
    noisy.save(out, "JPEG", quality=90)
    sheet = Sheet(out.getvalue(), "image/jpeg")
    whole = await real.bind([sheet, sheet], 600_000)
    assert len(whole.content) <= 600_000 < 2 * len(sheet.content)
    assert whole.pages == 2


async def test_a_process_that_died_is_started_anew(real: Examiner) -> None:
    await real.look(picture())
    assert real.process is not None
    real.process.kill()
    await asyncio.sleep(0)
    assert await refusal(real, picture()) in ("", "PaperNotOpened")
    assert await refusal(real, picture()) == ""
