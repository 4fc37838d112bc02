"""QR codes, drawn here: no other server learns what is in them."""

import io
from typing import Literal

import segno

SCALE, BORDER = 8, 4
"""A border of four modules is what readers need (ISO/IEC 18004)."""


def drawn(text: str, kind: Literal["svg", "png"] = "png") -> bytes:
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind=kind, scale=SCALE, border=BORDER)
    return out.getvalue()
