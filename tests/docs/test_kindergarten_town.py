"""docs/howto/kindergarten-town.md: its buttons are the bot's, its table can be loaded, its command
is one the program takes."""

import re
import shlex
from argparse import ArgumentParser

from adapters.words import Words
from app.config import LOCALES
from app.lists import atlas
from app.staff_options import add_options
from domain.imports import read_table
from domain.kindergarten_table import columns, kindergarten_of
from tests.docs.pages import ROOT, blocks
from web.kindergartens import PATH

PAGE = (ROOT / "docs/howto/kindergarten-town.md").read_text("utf-8")


def of_kind(kind: str) -> list[str]:
    return [block.text for block in blocks(PAGE) if block.kind == kind]


def test_every_button_of_the_page_is_the_bots() -> None:
    words = Words.load(LOCALES)
    plain = {m for m in words.messages("en") if not words.arguments_of("en", m)}
    labels = {words.say("en", m) for m in plain if m.startswith("button-")}
    named = {" ".join(label.split()) for label in re.findall(r"\*\*([^*]+)\*\*", PAGE)}
    assert named
    assert named <= labels


def test_the_table_of_the_page_can_be_loaded() -> None:
    (table,) = of_kind("csv")
    found = read_table(table.encode(), columns(atlas()))
    assert found.errors == ()
    assert [kindergarten_of(row).phone for _, row in found.rows] == ["+77162000000"]


def test_the_commands_of_the_page_are_ours() -> None:
    (script,) = of_kind("sh")
    add, send = script.strip().splitlines()
    given = shlex.split(add.partition("-m app staff ")[2].partition(" |")[0])
    parser = ArgumentParser()
    add_options(parser)
    asked = parser.parse_args(given)
    assert (asked.key_act, asked.organisation, asked.area) == ("add", "akmola", "11")
    assert send.endswith(PATH)
