"""Pictures written anew: upright, of a sensible size, without anything the camera noted beside
them. Runs in the process apart."""

import io
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from adapters.papers import doctor
from domain.papers import (
    MOST_PIXELS,
    Fault,
    PaperBlank,
    PaperDamaged,
    PaperTiny,
    PaperTooManyPixels,
    Sheet,
)

LONGEST = 2000
"""Points along the longer side: an A4 page at 170 dpi."""
QUALITY = 80
LEAST_SHORT, LEAST_LONG = 200, 300
"""Below this not even a 3x4 photograph can be made out."""
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError)
"""What Pillow raises of broken files."""


def prepare() -> None:
    """Loads the decoders, so that children needn't."""
    Image.preinit()


def look(content: bytes) -> Sheet:
    """The picture as it will be kept, and what may be wrong with it. Raises PaperTooManyPixels,
    PaperDamaged, PaperTiny, PaperBlank."""
    image = opened(content)
    found = doctor.seen(image)
    if found.blank:
        raise PaperBlank
    faults = tuple(Fault(what) for what in doctor.faults(found))
    return Sheet(jpeg(image), "image/jpeg", 1, faults)


def opened(content: bytes) -> Image.Image:
    """Upright, in RGB, at most LONGEST points long. A JPEG is read at a half or a quarter of its
    size where that is enough: 12 megapixels in 60 ms instead of 200."""
    try:
        image: Any = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
        refuse_pixels(*image.size)
        image.draft("RGB", (LONGEST, LONGEST))
        image.load()
        upright = ImageOps.exif_transpose(image)
    except Image.DecompressionBombError:
        raise PaperTooManyPixels(MOST_PIXELS // 1_000_000 * 2) from None
    except (*BROKEN, UnidentifiedImageError):
        raise PaperDamaged from None
    flat = flattened(upright)
    flat.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX, reducing_gap=None)
    return flat


def refuse_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise PaperTooManyPixels(width * height // 1_000_000)
    if min(width, height) < LEAST_SHORT or max(width, height) < LEAST_LONG:
        raise PaperTiny(width, height)


def flattened(image: Image.Image) -> Image.Image:
    """On white paper, eight bits a colour."""
    if image.mode.startswith("I"):
        image = image.point(lambda level: level / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return image if image.mode == "RGB" else image.convert("RGB")


def jpeg(image: Image.Image, quality: int = QUALITY) -> bytes:
    out = io.BytesIO()
    image.info.clear()  # colour profiles and comments would be written again
    image.save(out, "JPEG", quality=quality, exif=b"")
    return out.getvalue()
