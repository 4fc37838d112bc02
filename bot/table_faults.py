"""What is wrong with a table that staff sent, line by line."""

from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.screens import Shown
from bot.talk import Talk
from bot.taps import tap
from domain.imports import Preview, RowError
from domain.ports import LANGS

EXAMPLE = "tx"
SHOWN = 10
"""Wrong cells named in one message; a table with more of them is mended by columns anyway."""


def sample(talk: Talk, kind: str) -> Button:
    """Gives a table of that sort to begin with."""
    say = talk.house.words.say
    names = {lang: say(lang, f"table-of-{kind}") for lang in LANGS}
    return Button("button-table-example", tap(EXAMPLE, kind), arguments={"name": names})


def faults(talk: Talk, found: Preview, kind: str) -> Shown:
    """What to mend, line by line. Nothing was loaded."""
    lines = [fault(talk, e) for e in found.errors[:SHOWN]]
    more = len(found.errors) - SHOWN
    rows = [[sample(talk, kind)], [Button("button-menu", "m|menu")]]
    talk.offer(rows)
    text = paragraphs(
        talk.voice.say("table-faults", count=len(found.errors)),
        "\n".join(lines),
        talk.voice.say("table-more", count=more) if more > 0 else "",
        talk.voice.say("table-mend"),
    )
    return Shown(text, keyboard(talk.voice, rows), rows)


def fault(talk: Talk, e: RowError) -> str:
    what = talk.voice.refusal(e.refusal)
    if not e.row:
        return what
    where = {"row": str(e.row), "column": e.column}
    return f"{talk.voice.say('table-cell' if e.column else 'table-line', **where)} {what}"
