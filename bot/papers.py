"""A photo or PDF on its way into a paper: fetched, looked at, kept, and put into the draft."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from aiogram.types import Message

from adapters.papers.sniff import named_as_keys, sniffed
from adapters.telegram import CallFailed, FileTooBig
from bot.needs import NeedsCheck
from bot.talk import House, Talk
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.engine import NotAsked
from domain.forms.model import Answers, Checked, Draft, Field, Form
from domain.forms.papers import (
    Gathered,
    Page,
    again,
    as_it_is,
    bound,
    first_doubtful,
    page_of,
    pages,
    room_beside,
    without,
)
from domain.papers import (
    MEGABYTE,
    MOST_BYTES,
    KeysSent,
    PageGone,
    PaperNotFetched,
    PaperTooLarge,
    Sheet,
    refuse_size,
)
from domain.people import PersonId
from domain.ports import FileGone
from domain.store import Store

KEYS_BYTES = 64 * 1024
"""A store of keys is never larger; anything that small and unasked for is looked at for keys."""
SEEN_TYPES = ("image/", "video/", "audio/", "text/", "application/pdf")


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as Telegram tells of it. `album` is the same for pictures sent together."""

    file: str
    name: str
    type: str
    bytes: int
    album: str

    @property
    def named_as_keys(self) -> bool:
        return named_as_keys(self.name, self.type)

    @property
    def may_be_keys(self) -> bool:
        return 0 < self.bytes <= KEYS_BYTES and not self.type.startswith(SEEN_TYPES)


def sent(m: Message) -> Sent:
    """Of a photo the largest size; of a document what the sender calls it."""
    album = m.media_group_id or ""
    if m.photo:
        largest = max(m.photo, key=lambda size: size.width * size.height)
        return Sent(largest.file_id, "", "image/jpeg", largest.file_size or 0, album)
    d = m.document
    if d is None:
        return Sent("", "", "", 0, album)
    return Sent(d.file_id, d.file_name or "", d.mime_type or "", d.file_size or 0, album)


def more_of_album(talk: Talk, file: Sent) -> bool:
    """Whether more pictures sent together with this one wait to be answered."""
    return bool(file.album) and any(
        r.update_id != talk.received.update_id
        and r.raw.get("message", {}).get("media_group_id") == file.album
        for r in talk.behind
    )


async def last_of_album(talk: Talk, file: Sent) -> bool:
    """Waits a moment for the rest of an album, so that it gets one answer."""
    if file.album and not more_of_album(talk, file):
        await asyncio.sleep(talk.house.album_pause)
    return not more_of_album(talk, file)


async def taken_in(house: House, person: PersonId, file: Sent) -> Page | Refusal:
    """The file fetched, looked at, and on our disk; or why not. Nothing is fetched that is
    declared too large."""
    try:
        content = await fetched(house, file)
        if sniffed(content) == "keys":
            return KeysSent()
        sheet = await house.examiner.look(content)
    except Refusal as refusal:
        return refusal
    return page_of(await house.files.keep(person, sheet.content), sheet)


async def fetched(house: House, file: Sent) -> bytes:
    """Raises PaperTooLarge or PaperNotFetched."""
    refuse_size(file.bytes)
    try:
        return await house.telegram.fetch(file.file, MOST_BYTES)
    except FileTooBig:
        least = MOST_BYTES // MEGABYTE + 1
        raise PaperTooLarge(max(least, -(-file.bytes // MEGABYTE))) from None
    except CallFailed:
        raise PaperNotFetched from None


async def holds_keys(house: House, file: Sent) -> bool:
    """Whether a small file nobody asked for is a store of keys under another name."""
    try:
        return file.may_be_keys and sniffed(await fetched(house, file)) == "keys"
    except Refusal:
        return False


def turned(value: Gathered | None, code: str) -> dict[str, Any]:
    """What a button makes of the pages: `s2` sends the second file as it is, `g2` takes it again,
    `x2` removes it; others change nothing. Raises NotAsked for a file that isn't there."""
    value = value or {}
    turns: dict[str, Callable[[Gathered, int], dict[str, Any]]] = {
        "s": as_it_is,
        "g": again,
        "x": without,
    }
    verb, number = code[:1], code[1:]
    if verb not in turns:
        return {k: v for k, v in value.items() if k != "again"}
    at = int(number) - 1 if number.isascii() and number.isdigit() else -1
    if not 0 <= at < len(pages(value)):
        raise NotAsked
    return turns[verb](value, at)


def keep(store: Store, talk: Talk, draft: Draft, field: str, page: Page) -> None:
    """Notes whose file it is, in the transaction that acknowledges it."""
    store.papers.keep(
        talk.id,
        page.file,
        type=page.type,
        bytes=page.bytes,
        pages=page.pages,
        draft=draft.id,
        field=field,
        now=talk.now,
    )


def finishing(talk: Talk, form: Form, draft: Draft) -> NeedsCheck:
    """All pages are there: binding them takes the process that opens files, so it is a check.
    Raises NotAsked while there is nothing, or something to be decided first."""
    before, asked = engine.walk(form, draft)
    assert asked is not None  # noqa: S101 the caller has seen it
    value = draft.answers.get(asked.key)
    if not pages(value) or first_doubtful(value) is not None:
        raise NotAsked
    binding = replace(asked, check=Binding(talk.house, talk.id, draft, asked.key).bind)
    return NeedsCheck(binding, value, before, lambda s, v: note_whole(s, talk, draft, asked, v))


@dataclass(frozen=True)
class Binding:
    """Pages into one PDF that fits beside the other papers of its form."""

    house: House
    person: PersonId
    draft: Draft
    key: str

    async def bind(self, value: Any, before: Answers) -> Checked:
        sheets = [await self.sheet(page) for page in pages(value)]
        room = room_beside(self.draft.answers, self.key)
        whole = await self.house.examiner.bind(sheets, room)
        name = await self.house.files.keep(self.person, whole.content)
        return Checked(bound(value, name, whole))

    async def sheet(self, page: Page) -> Sheet:
        try:
            content = await self.house.files.load(page.file)
        except FileGone:
            raise PageGone from None
        return Sheet(content, page.type, page.pages)


def note_whole(store: Store, talk: Talk, draft: Draft, asked: Field, value: Any) -> None:
    w = value["whole"]
    keep(store, talk, draft, asked.key, Page(w["file"], "application/pdf", w["pages"], w["bytes"]))
