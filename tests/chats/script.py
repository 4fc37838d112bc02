"""Golden chats: a file is what people do (lines at the margin) and what comes of it (indented).

pupil: /start                      types; with "quotes" JSON escapes are read
pupil taps: Қазақша                the newest button that begins with these words
pupil taps late: Ер                a button shown earlier, wherever it was
pupil shares: own contact          or: contact of parent, card
pupil sends: sticker               or: voice, photo, document, location
pupil edits: text                  their last message
pupil writes in group: text
pupil opens the link               of the last letter
clock: +1 day                      or hours, minutes, seconds
restart                            the bot ends as in a crash and starts again
given: confirmed pupil             an account opened before the chat begins
"""

import json
import re
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from typing import Any

from sandbox import people
from sandbox.people import open_chat
from sandbox.taps import tap, tap_data
from sandbox.world import GROUP_ID
from tests.chats.givens import GIVENS
from tests.chats.stage import Stage

PEOPLE = {"pupil": 101, "parent": 102, "teacher": 103, "staff": 104}
SILENT = {"getUpdates", "setMyCommands"}
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
LINK = re.compile(r"https://otinim\.example/confirm/\S+")
STICKER = {
    "sticker": {
        "file_id": "s",
        "file_unique_id": "s",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
}
VOICE = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 2}}
LOCATION = {"location": {"latitude": 51.1, "longitude": 71.4}}
PHOTO = {
    "photo": [
        {"file_id": "p", "file_unique_id": "p", "width": 900, "height": 1200, "file_size": 90_000}
    ]
}
DOCUMENT = {
    "document": {
        "file_id": "d",
        "file_unique_id": "d",
        "mime_type": "text/plain",
        "file_name": "a.txt",
        "file_size": 10,
    }
}
KINDS = {
    "sticker": STICKER,
    "voice": VOICE,
    "location": LOCATION,
    "photo": PHOTO,
    "document": DOCUMENT,
}


@dataclass
class Script:
    """Plays the lines of a chat on a stage and writes down what comes of each."""

    stage: Stage
    seen: int = 0
    letters: int = 0
    code: str = "000000"
    link: str = ""
    shown: dict[str, tuple[int, str]] = field(default_factory=dict)

    async def play(self, text: str) -> str:
        out: list[str] = []
        lines = [line for line in text.splitlines() if not line.startswith("  ")]
        at = 0
        while at < len(lines):
            async with self.stage.running():
                at = await self.until_restart(lines, at, out)
        return "\n".join(out).rstrip() + "\n"

    async def until_restart(self, lines: list[str], at: int, out: list[str]) -> int:
        if at:
            await self.stage.settle()
            out.extend(self.happened())
        while at < len(lines):
            line = lines[at]
            out.append(line)
            at += 1
            if line == "restart":
                return at
            if line and not line.startswith("#"):
                await self.act(line)
                await self.stage.settle()
                out.extend(self.happened())
        return at

    async def act(self, line: str) -> None:
        head, _, rest = line.partition(": ")
        who, _, verb = head.partition(" ")
        if who == "clock":
            self.stage.advance(duration(rest))
        elif who == "given":
            await GIVENS[rest](self.stage)
        elif line.endswith("opens the link"):
            token = self.link.rsplit("/", 1)[1]
            await self.stage.house.database.run(lambda s: self.stage.links.confirmed(s, token))
        else:
            self.by_person(PEOPLE[who], verb, self.filled(rest))

    def filled(self, text: str) -> str:
        said = json.loads(text) if text.startswith('"') else text
        wrong = f"{(int(self.code) + 1) % 10**6:06d}"
        return str(said).replace("{code}", self.code).replace("{wrong}", wrong)

    def by_person(self, person: int, verb: str, rest: str) -> None:
        world = self.stage.world
        match verb:
            case "":
                people.say(world, person, rest)
            case "taps":
                tap(world, person, *self.button(person, rest))
            case "taps late":
                tap_data(world, person, *self.shown[rest])
            case "forges":
                tap_data(world, person, 1, rest)
            case "shares":
                people.contact(world, person, **contact(rest))
            case "sends":
                people.send(world, person, KINDS[rest])
            case "edits":
                mine = [
                    e
                    for e in open_chat(world, person, None).messages.values()
                    if e.out == person and "text" in e.tree and not e.deleted
                ]
                people.edit(world, person, mine[-1].id, rest)
            case "writes in group":
                people.say(world, person, rest, GROUP_ID)
            case _:
                raise ValueError(f"nobody can do: {verb}")

    def button(self, person: int, label: str) -> tuple[int, int, int]:
        """The newest message with a button of that label, and where on it."""
        messages = open_chat(self.stage.world, person, None).messages
        for begins in (False, True):
            for number in sorted(messages, reverse=True):
                entry = messages[number]
                rows = entry.tree.get("reply_markup", {}).get("inline_keyboard", [])
                for r, row in enumerate(rows):
                    for c, b in enumerate(row):
                        if fits(b["text"], label, begins=begins) and not entry.deleted:
                            return number, r, c
        raise AssertionError(f"there is no button {label!r}")

    def happened(self) -> list[str]:
        """What the bot did since the last look: a call a line or more, then letters."""
        told: list[str] = []
        for entry in self.stage.telegram.journal:
            if entry["n"] > self.seen and entry["method"] not in SILENT:
                told.extend(self.call(entry))
        self.seen = self.stage.telegram.calls
        for letter in self.stage.mailer.sent[self.letters :]:
            told.extend(self.letter(letter))
        self.letters = len(self.stage.mailer.sent)
        return [f"  {line}" for line in told]

    def call(self, entry: dict[str, Any]) -> list[str]:
        p, method = entry["params"], entry["method"]
        failed = [f"  refused: {entry['error']['description']}"] if "error" in entry else []
        to = "" if p.get("chat_id") in (None, 101) else f" to {name_of(p['chat_id'])}"
        match method:
            case "sendMessage" | "editMessageText":
                verb = "bot edits" if method.startswith("edit") else "bot"
                self.remember(entry)
                return [
                    *block(f"{verb}{to}:", plain(p["text"])),
                    *keyboard(p.get("reply_markup")),
                    *failed,
                ]
            case "answerCallbackQuery":
                return [f"toast: {p['text']}"] if p.get("text") else []
            case "deleteMessage":
                return ["bot deletes the message", *failed]
            case "sendDocument":
                return [f"bot sends a file: {p.get('caption', '')}", *failed]
        return [f"{method}{to}", *failed]

    def remember(self, entry: dict[str, Any]) -> None:
        result = entry.get("result")
        markup = entry["params"].get("reply_markup") or {}
        for row in markup.get("inline_keyboard", []):
            for b in row:
                if isinstance(result, dict) and "callback_data" in b:
                    self.shown[b["text"]] = (result["message_id"], b["callback_data"])

    def letter(self, letter: Any) -> list[str]:
        codes, links = CODE.findall(letter.text), LINK.findall(letter.text)
        self.code = codes[0] if codes else self.code
        self.link = links[0] if links else self.link
        text = LINK.sub("{link}", letter.text)
        text = text.replace(self.code, "{code}") if codes else text
        return block(f"letter to {letter.to}: {letter.subject}", text, start=False)


def fits(text: str, label: str, *, begins: bool) -> bool:
    return text.startswith(label) or label in text if begins else text == label


def duration(text: str) -> timedelta:
    number, unit = text.removeprefix("+").split()
    return timedelta(**{unit if unit.endswith("s") else unit + "s": int(number)})


def contact(text: str) -> dict[str, Any]:
    if text == "own contact":
        return {}
    if text == "card":
        return {"of": 0}
    return {"of": PEOPLE[text.removeprefix("contact of ")]}


def name_of(chat: int) -> str:
    return next((name for name, number in PEOPLE.items() if number == chat), "the group")


def plain(text: str) -> str:
    return unescape(re.sub(r"</?(b|i|code|a|u)[^>]*>", "", text))


def block(head: str, text: str, *, start: bool = True) -> list[str]:
    lines = text.split("\n")
    if start:
        return [f"{head} {lines[0]}".rstrip(), *(f"| {line}".rstrip() for line in lines[1:])]
    return [head, *(f"| {line}".rstrip() for line in lines)]


def keyboard(markup: Any) -> list[str]:
    if not markup:
        return []
    if "inline_keyboard" in markup:
        return [" ".join(f"[{b['text']}]" for b in row) for row in markup["inline_keyboard"]]
    if "keyboard" in markup:
        return [" ".join(f"({b['text']})" for b in row) for row in markup["keyboard"]]
    return ["(keyboard away)"]
