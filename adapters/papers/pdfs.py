"""PDFs written anew: pages only, no scripts, attachments, forms or notes. Runs in the process
apart; photos are bound into one here."""

import base64
import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pikepdf
import pypdfium2
from PIL import Image

from adapters.papers import pictures, scans
from domain.papers import (
    MOST_PAGES,
    MOST_PIXELS,
    MOST_UNPACKED,
    PaperDamaged,
    PaperLocked,
    PaperNotOpened,
    PapersTooHeavy,
    PaperTooLong,
    Sheet,
)

KEPT = {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Parent"}
"""Of a page: where it is, what is drawn, and with what."""
A4 = (595, 842)
SMALLER = ((2000, 78), (1700, 70), (1500, 60), (1200, 50), (1000, 40))
"""How far pages are made smaller until they fit: longer side, JPEG quality."""


def prepare() -> None:
    """Starts PDFium, so that children needn't."""
    pypdfium2.PdfDocument.new().close()


def look(content: bytes) -> Sheet:
    """The pages as they will be kept. Raises PaperLocked, PaperDamaged, PaperTooLong, and
    PaperNotOpened for a bomb."""
    with read(content) as pdf:
        refuse_pages(len(pdf.pages))
        refuse_bomb(pdf)
        made = plain(pdf)
        return Sheet(made, "application/pdf", len(pdf.pages), scans.faults(made))


@contextmanager
def read(content: bytes) -> Iterator[pikepdf.Pdf]:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield pdf
    except pikepdf.PasswordError:
        raise PaperLocked from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, zlib.error):
        raise PaperDamaged from None


def refuse_pages(pages: int) -> None:
    if pages > MOST_PAGES:
        raise PaperTooLong(pages)
    if not pages:
        raise PaperDamaged


def refuse_bomb(pdf: pikepdf.Pdf) -> None:
    """Unpacks streams only as far as MOST_UNPACKED, and looks at the sizes of pictures."""
    left = MOST_UNPACKED
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream):
            continue
        if int(thing.get("/Width", 0)) * int(thing.get("/Height", 0)) > MOST_PIXELS:
            raise PaperNotOpened
        left -= unpacked_size(thing, left)
        if left <= 0:
            raise PaperNotOpened


def unpacked_size(stream: pikepdf.Stream, most: int) -> int:
    """How large a stream is with its filters undone one after the other, no further than `most`;
    those of pictures are left as they are."""
    content = stream.read_raw_bytes()
    for name in filters(stream):
        match name:
            case "/FlateDecode" | "/Fl":
                content = zlib.decompressobj().decompress(content, most + 1)
            case "/ASCII85Decode" | "/A85":
                content = base64.a85decode(content.strip().removesuffix(b"~>"))
            case "/ASCIIHexDecode" | "/AHx":
                content = bytes.fromhex(content.partition(b">")[0].decode("ascii"))
            case _:
                break
    return len(content)


def filters(stream: pikepdf.Stream) -> list[str]:
    found = stream.get("/Filter")
    if found is None:
        return []
    return [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)]


def plain(pdf: pikepdf.Pdf) -> bytes:
    """Only what is seen: notes and filled fields become part of the page."""
    pdf.flatten_annotations("screen")
    made = pikepdf.new()
    for page in pdf.pages:
        for key in set(page.obj.keys()) - KEPT:
            del page.obj[key]
        made.pages.append(page)
    return written(made)


def written(pdf: pikepdf.Pdf) -> bytes:
    """The same bytes for the same pages."""
    out = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()


def bound(parts: Sequence[tuple[str, bytes]], most: int) -> Sheet:
    """All parts as one PDF of at most that many bytes, made smaller as far as it still can be
    read. Raises PapersTooHeavy."""
    whole = together(parts)
    for longest, quality in SMALLER:
        if len(whole) <= most:
            break
        whole = together([smaller(kind, content, longest, quality) for kind, content in parts])
    if len(whole) > most:
        raise PapersTooHeavy
    with read(whole) as pdf:
        return Sheet(whole, "application/pdf", len(pdf.pages))


def together(parts: Sequence[tuple[str, bytes]]) -> bytes:
    made = pikepdf.new()
    for kind, content in parts:
        with read(content if kind == "application/pdf" else paged(content)) as pdf:
            made.pages.extend(pdf.pages)
    refuse_pages(len(made.pages))
    return written(made)


def paged(photo: bytes) -> bytes:
    """A page as large as the photo is at A4 width, upright or lying; the JPEG is put in as it
    is."""
    with Image.open(io.BytesIO(photo), formats=("JPEG",)) as image:
        width, height, grey = *image.size, image.mode == "L"
    across, down = A4 if width <= height else A4[::-1]
    scale = min(across / width, down / height)
    made = pikepdf.new()
    made.add_blank_page(page_size=(round(width * scale, 2), round(height * scale, 2)))
    page = made.pages[0]
    page.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Photo=picture_of(made, photo, (width, height), grey=grey))
    )
    drawn = f"q {width * scale:.2f} 0 0 {height * scale:.2f} 0 0 cm /Photo Do Q"
    page.obj.Contents = made.make_stream(drawn.encode())
    return written(made)


def picture_of(
    pdf: pikepdf.Pdf, photo: bytes, size: tuple[int, int], *, grey: bool
) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf,
        photo,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.DCTDecode,
    )


def smaller(kind: str, content: bytes, longest: int, quality: int) -> tuple[str, bytes]:
    """A photo or a PDF's pages with fewer points. Pages without pictures stay as they are: they
    are small already."""
    if kind != "application/pdf":
        return kind, shrunk(content, longest, quality)
    drawn = together(
        [("image/jpeg", pictures.jpeg(i, quality)) for i in scans.rendered(content, longest)]
    )
    return kind, min(content, drawn, key=len)


def shrunk(photo: bytes, longest: int, quality: int) -> bytes:
    with Image.open(io.BytesIO(photo), formats=("JPEG",)) as image:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        return pictures.jpeg(image, quality)
