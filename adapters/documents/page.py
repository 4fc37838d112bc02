"""A document drawn as a PDF: A4, an embedded font with every Kazakh letter, a QR of its page. Runs
in the process apart; knows no words, they are all in the header."""

from datetime import datetime
from pathlib import Path
from typing import Any

import segno
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

FONTS = Path(__file__).parent / "fonts"
MARGIN, WIDTH = 20, 170
"""Millimetres."""
LABEL, VALUE = 60, 110
LINE = 5.6
QR_SIDE, QR_TOP = 28, 10
BORDER = 4
GREY, INK = (90, 96, 102), (20, 24, 28)


def drawn(told: dict[str, Any]) -> tuple[bytes, int]:
    """The PDF and how many pages it has. The same words give the same bytes: the only moment in
    it is the document's own."""
    made = datetime.fromisoformat(told["made"])
    pdf = Paged(told["foot"])
    pdf.set_creation_date(made)
    pdf.set_title(told["title"])
    pdf.set_lang(told["language"])
    pdf.set_keywords(told["keywords"])
    pdf.add_page()
    heading(pdf, told)
    for title, lines in told["sections"]:
        section(pdf, title, lines)
    ending(pdf, told)
    return bytes(pdf.output()), pdf.pages_count


class Paged(FPDF):
    """A4 with our font; the number and the page at the foot of every page."""

    def __init__(self, foot: str) -> None:
        super().__init__(format="A4")
        self.foot = foot
        self.add_font("text", "", FONTS / "DejaVuSansCondensed.ttf")
        self.add_font("text", "B", FONTS / "DejaVuSansCondensed-Bold.ttf")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN + 4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("text", size=8)
        self.set_text_color(*GREY)
        self.cell(WIDTH - 20, 5, self.foot)
        self.cell(20, 5, f"{self.page_no()}", align="R")


def heading(pdf: FPDF, told: dict[str, Any]) -> None:
    """The QR stands in the corner: below the text it may be all there is on another page."""
    wide = WIDTH
    if told["check"]:
        wide -= QR_SIDE + 6
        square(pdf, told["check"], MARGIN + WIDTH - QR_SIDE, QR_TOP)
    pdf.set_text_color(*INK)
    pdf.set_font("text", "B", 16)
    pdf.multi_cell(wide, 8, told["title"], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("text", size=10)
    pdf.set_text_color(*GREY)
    pdf.multi_cell(wide, LINE, told["head"], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(4)
    if told["check"]:
        pdf.set_y(max(pdf.get_y(), QR_TOP + QR_SIDE))


def section(pdf: FPDF, title: str, lines: list[list[str]]) -> None:
    room_for(pdf, 7 + LINE * 2)
    pdf.set_text_color(*INK)
    pdf.set_font("text", "B", 11)
    pdf.multi_cell(WIDTH, 7, title, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    for label, value in lines:
        line(pdf, label, value)
    pdf.ln(3)


def line(pdf: FPDF, label: str, value: str) -> None:
    """A label beside its value, each as many rows as it takes; torn over two pages only if it
    is longer than one."""
    pdf.set_font("text", size=10)
    heights = [height(pdf, LABEL - 4, label), height(pdf, VALUE, value)]
    room_for(pdf, max(heights))
    top = pdf.get_y()
    pdf.set_text_color(*GREY)
    pdf.multi_cell(LABEL - 4, LINE, label, align="L")
    pdf.set_xy(MARGIN + LABEL, top)
    pdf.set_text_color(*INK)
    pdf.multi_cell(VALUE, LINE, value or "—", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    if heights[0] > heights[1]:
        pdf.set_y(top + heights[0])
    pdf.ln(0.8)


def height(pdf: FPDF, width: float, text: str) -> float:
    known: Any = pdf.multi_cell(
        width, LINE, text or "—", dry_run=True, output=MethodReturnValue.HEIGHT
    )
    return float(known)


def room_for(pdf: FPDF, millimetres: float) -> None:
    """Goes on over the page what doesn't fit on this one."""
    left = pdf.h - pdf.b_margin - pdf.get_y()
    if left < millimetres < pdf.h - pdf.b_margin - pdf.t_margin:
        pdf.add_page()


def ending(pdf: FPDF, told: dict[str, Any]) -> None:
    if told["note"]:
        pdf.set_font("text", size=10)
        room_for(pdf, height(pdf, WIDTH, told["note"]))
        pdf.multi_cell(WIDTH, LINE, told["note"], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(3)
    if not told["check"]:
        return
    pdf.set_font("text", size=9)
    pdf.set_text_color(*GREY)
    room_for(pdf, height(pdf, WIDTH, told["how"]))
    pdf.multi_cell(WIDTH, 5, told["how"], align="L")


def square(pdf: FPDF, link: str, x: float, y: float) -> None:
    """The QR as filled squares: sharp on paper, and the link can be followed in the file."""
    rows = [bytes(row) for row in segno.make(link, error="m", micro=False).matrix]
    side = QR_SIDE / (len(rows) + 2 * BORDER)
    pdf.set_fill_color(*INK)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                at = (x + (across + BORDER) * side, y + (down + BORDER) * side)
                pdf.rect(*at, side * 1.02, side * 1.02, style="F")
    pdf.link(x, y, QR_SIDE, QR_SIDE, link)
