"""Golden chats: a file is what people do (lines at the margin) and what comes of it (indented).

pupil: /start                      types; with "quotes" JSON escapes are read
pupil taps: Қазақша                the newest button that begins with these words
pupil taps 10 times: Ер            before the bot answers once
pupil taps late: Ер                a button shown earlier, wherever it was
pupil forges: ev|auyl              a tap with data that no button of theirs has
pupil at once: 1 | 2               several messages before the bot answers once
pupil shares: own contact          or: own contact forwarded, contact of parent, card
pupil sends: sticker               or: voice, photo, document, location
pupil sends photo: photo dark      one the camera took; what adapters/papers/fakes.py reads in it
pupil sends album: photo 1 | photo 2 blurred
pupil sends file: passport.pdf = pdf 3
pupil edits: text                  their last message
pupil forwards: text               as if from a stranger; "bot" is the bot's last message to them
colleague forwards to staff: text  a message of theirs
pupil writes in group: text
pupil blocks                       the bot; and unblocks
pupil opens the link               of the last letter
pupil follows the link             the deep link that a portal shows
parent signs: 830707390031         the document of the last signing link, with that person's key
parent signs elsewhere: 830707390031   the same, and sends the signature as a file
portal sends to pupil: login       a code for their phone; or: register, recover; login, Астана
portal checks: {code}              what somebody typed on its page; and revokes
organiser moves math: +3 days      its first session, with a reason; or: to another place
organiser cancels math
department publishes: 2 places     of a kindergarten in Arys; then: registers, enrols: parent
department issues: 3 vouchers      to the first of the queue; where the parent is the third
neighbours join: 1                 behind the parent; their benefit counts from the next sorting
neighbours apply: 1                for the vacancy, of those who stand before the parent
clock: +1 day                      or hours, minutes, seconds
restart                            the bot ends as in a crash and starts again
given: confirmed pupil in kk       what was before the chat (tests/chats/givens.py)
mail: refuses                      the next letter; or: delays
expects: log not sent              a line of the log, or "refused": elsewhere either is a fault

`{code}` is the code of the last letter or message, `{wrong}` another one; `{long}` is 6,600
characters, `{pairing}` the pairing code a portal shows, `{notice}` the number of the last official
notice, `{slip}` the same with one wrong figure.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from typing import Any

from adapters.fakes import KnownSignatures
from domain.errors import Refusal
from domain.ports import MailDelayed, MailRefused
from sandbox import membership, people
from sandbox.params import Upload
from sandbox.people import open_chat
from sandbox.taps import tap, tap_data
from sandbox.world import GROUP_ID, World
from tests.chats import department, organiser
from tests.chats.givens import GIVENS
from tests.chats.portals import NAME as PORTAL
from tests.chats.portals import Portals
from tests.chats.stage import Stage

PEOPLE = {"pupil": 101, "parent": 102, "teacher": 103, "staff": 104, "colleague": 105}
LONG = "Өте ұзақ жауап & <b> " * 300
P12 = bytes.fromhex("308206a20201033082065c06092a864886f70d010701a082064d")
UNCHANGED = "message is not modified"
SILENT = {"getUpdates", "setMyCommands"}
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
CALENDAR_STAMP = re.compile(r"DTSTAMP:\S+")
NOTICE = re.compile(r"(?<!\d)(?<!\d )\d{4} \d{4}(?! ?\d)")
SIGNING = re.compile(r"egov(?:%2F|/)([A-Za-z0-9_-]{43})")
SIGNING_PAGE = re.compile(r"/sign/[\w-]{43}")
NONCE = re.compile(r"\b[0-9a-f]{32}\b")
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
FORWARDED = {
    "contact": {"phone_number": "77000000001", "first_name": "Аружан", "user_id": 101},
    "forward_origin": {"type": "hidden_user", "sender_user_name": "Біреу", "date": 1},
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
    code: str = "999999"
    link: str = ""
    notice: str = "0000 0000"
    signing: str = ""
    shown: dict[str, tuple[int, str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.portals = Portals(self.stage)

    async def play(self, text: str) -> str:
        out: list[str] = []
        self.stage.announces = "colleague" in text
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
            await self.stage.advance(duration(rest))
        elif who == "expects":
            self.expected.append(rest)
        elif who == "organiser":
            await organiser.act(self.stage, verb, rest)
        elif who in ("department", "neighbours"):
            await department.act(self.stage, verb, rest)
        elif who == "mail":
            self.stage.mailer.fail({"refuses": MailRefused, "delays": MailDelayed}[rest]("550"))
        elif who == "given":
            await GIVENS[rest](self.stage)
        elif line.endswith("opens the link"):
            token = self.link.rsplit("/", 1)[1]
            await self.stage.house.database.run(lambda s: self.stage.links.confirmed(s, token))
        elif who == "portal":
            await self.by_portal(verb, self.filled(rest))
        elif verb == "signs":
            await self.signed(rest)
        elif verb == "signs elsewhere":
            await self.signed_elsewhere(PEOPLE[who], rest)
        else:
            self.by_person(PEOPLE[who], verb, self.filled(rest))

    async def by_portal(self, verb: str, rest: str) -> None:
        """A portal does something over its API; what it is answered is written down."""
        if verb.startswith("sends to "):
            phone = self.stage.world.person(PEOPLE[verb.removeprefix("sends to ")]).phone
            purpose, _, city = rest.partition(", ")
            answer = await self.portals.sends(PORTAL, phone, purpose, city)
        elif verb == "checks":
            answer = await self.portals.checks(PORTAL, rest)
        else:
            answer = await self.portals.revokes(PORTAL)
        self.heard.append(f"portal: {answer}")

    async def signed(self, iin: str) -> None:
        """What came of a signature is in the chat; why it didn't count is said to the phone."""
        cms = KnownSignatures.sign(iin, await self.to_sign())
        try:
            await self.stage.house.signatures.take(self.signing, cms)
        except Refusal as refusal:
            self.heard.append(f"phone: {refusal.words}")

    async def signed_elsewhere(self, person: int, iin: str) -> None:
        cms = KnownSignatures.sign(iin, await self.to_sign())
        send_bytes(self.stage.world, person, "signature.cms", cms)

    async def to_sign(self) -> bytes:
        token, database = self.signing, self.stage.house.database
        session = await database.read(lambda store: store.signing.by_token(token))
        return session.wish.content if session else b""

    def filled(self, text: str) -> str:
        said: str = json.loads(text) if text.startswith('"') else text
        for name, value in self.known.items():
            said = said.replace(f"{{{name}}}", value)
        self.typed.append(said)
        return said

    @property
    def known(self) -> dict[str, str]:
        """What a line may name: it is new in every run."""
        pairing = self.portals.pairing
        return {
            "code": self.code,
            "wrong": self.wrong,
            "long": LONG,
            "pairing": pairing,
            "notice": self.notice,
            "slip": f"{self.notice[:-1]}{(int(self.notice[-1]) + 1) % 10}",
        }

    @property
    def wrong(self) -> str:
        return f"{(int(self.code) + 1) % 10**6:06d}"

    def by_person(self, person: int, verb: str, rest: str) -> None:
        """Somebody does something in Telegram."""
        acts: dict[str, Callable[[World, int, str], Any]] = {
            "": people.say,
            "at once": lambda w, p, texts: [people.say(w, p, t) for t in texts.split(" | ")],
            "taps": lambda w, p, label: tap(w, p, *self.button(p, label)),
            "taps 10 times": lambda w, p, label: [
                tap(w, p, *self.button(p, label)) for _ in range(10)
            ],
            "taps late": lambda w, p, label: tap_data(w, p, *self.shown[label]),
            "forges": lambda w, p, data: tap_data(w, p, self.newest(p), data),
            "shares": share,
            "sends": lambda w, p, kind: people.send(w, p, KINDS[kind]),
            "sends photo": lambda w, p, said: people.send(w, p, photo(w, said)),
            "sends album": send_album,
            "sends file": send_file,
            "edits": lambda w, p, text: people.edit(w, p, self.newest(p, of=p), text),
            "forwards": self.forward,
            "forwards to staff": lambda w, p, text: people.send(
                w, PEOPLE["staff"], strange(text, w.person(p).user())
            ),
            "blocks": lambda w, p, _: membership.block(w, p),
            "unblocks": lambda w, p, _: membership.unblock(w, p),
            "follows the link": lambda w, p, _: people.start(w, p, self.portals.link),
            "writes in group": lambda w, p, text: people.say(w, p, text, GROUP_ID),
        }
        acts[verb](self.stage.world, person, rest)

    def forward(self, world: World, person: int, text: str) -> Any:
        if text == "bot":
            return people.forward(world, person, self.newest(person))
        return people.send(world, person, strange(text, STRANGER))

    def newest(self, person: int, of: int | str = "bot") -> int:
        """The last message in somebody's chat, by the bot or by themselves."""
        messages = open_chat(self.stage.world, person, None).messages
        return max((n for n, e in messages.items() if e.out == of and not e.deleted), default=1)

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
        told, self.heard = self.heard, []
        for entry in self.stage.telegram.journal:
            if entry["n"] > self.seen and entry["method"] not in SILENT:
                told.extend(self.call(entry))
        self.seen = self.stage.telegram.calls
        for letter in self.stage.mailer.sent[self.letters :]:
            told.extend(self.letter(letter))
        self.letters = len(self.stage.mailer.sent)
        return [f"  {self.hidden(line)}".rstrip() for line in told]

    def hidden(self, line: str) -> str:
        """Codes are new every time."""
        for number in NOTICE.findall(line):
            self.notice = number
        known = {self.code: "{code}", self.wrong: "{wrong}"}
        line = NONCE.sub("{nonce}", SIGNING_PAGE.sub("/sign/{token}", line))
        return CODE.sub(lambda found: known.get(found[0], found[0]), NOTICE.sub("{notice}", line))

    def call(self, entry: dict[str, Any]) -> list[str]:
        p, method = entry["params"], entry["method"]
        if "error" in entry and UNCHANGED in entry["error"]["description"]:
            return ["bot edits: nothing is new"]
        failed = [f"  refused: {entry['error']['description']}"] if "error" in entry else []
        to = "" if p.get("chat_id") in (None, 101) else f" to {name_of(p['chat_id'])}"
        match method:
            case "sendMessage" | "editMessageText" | "sendPhoto":
                verb = {"editMessageText": "bot edits", "sendPhoto": "bot sends a picture"}
                if method == "sendPhoto":
                    self.stage.files.pop(0)
                self.remember(entry)
                said = plain(p.get("text", p.get("caption", "")))
                return [
                    *block(f"{verb.get(method, 'bot')}{to}:", said),
                    *keyboard(p.get("reply_markup")),
                    *failed,
                ]
            case "answerCallbackQuery":
                return [f"toast: {p['text']}"] if p.get("text") else []
            case "deleteMessage" | "editMessageReplyMarkup":
                deletes = method == "deleteMessage"
                done = "deletes the message" if deletes else "edits the buttons:"
                return [f"bot {done}", *keyboard(p.get("reply_markup")), *failed]
            case "sendDocument":
                content = CALENDAR_STAMP.sub("DTSTAMP:…", legible(self.stage.files.pop(0)))
                return [*block("bot sends a file:", p.get("caption", "")), *drawn(content)]
        return [f"{method}{to}", *failed]

    def remember(self, entry: dict[str, Any]) -> None:
        result = entry.get("result")
        markup = entry["params"].get("reply_markup") or {}
        for row in markup.get("inline_keyboard", []):
            for b in row:
                self.code = b.get("copy_text", {}).get("text", self.code)
                signing = SIGNING.search(b.get("url", ""))
                self.signing = signing[1] if signing else self.signing
                if isinstance(result, dict) and "callback_data" in b:
                    self.shown[b["text"]] = (result["message_id"], b["callback_data"])

    def letter(self, letter: Any) -> list[str]:
        codes, links = CODE.findall(letter.text), LINK.findall(letter.text)
        self.code = codes[0] if codes else self.code
        self.link = links[0] if links else self.link
        text = LINK.sub("{link}", letter.text)
        text = text.replace(self.code, "{code}") if codes else text
        return block(f"letter to {letter.to}: {letter.subject}", text, start=False)


def legible(content: bytes) -> str:
    """A text as it is, an archive as the names of what is in it."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.namelist())


def photo(world: World, said: str) -> dict[str, Any]:
    """A picture that says what is to be seen on it."""
    stored = world.files.keep("document", Upload("", "image/jpeg", said.encode()))
    return {"photo": [stored.handle() | {"width": 960, "height": 1280}]}


def send_album(world: World, person: int, all_said: str) -> None:
    album = f"album-{world.updates.next_number}"
    for said in all_said.split(" | "):
        people.send(world, person, photo(world, said) | {"media_group_id": album})


def send_file(world: World, person: int, told: str) -> None:
    name, _, said = told.partition(" = ")
    mime = "application/pdf" if name.endswith(".pdf") else "application/octet-stream"
    send_bytes(world, person, name, P12 if said == "keys" else said.encode(), mime)


def send_bytes(
    world: World, person: int, name: str, content: bytes, mime: str = "application/octet-stream"
) -> None:
    stored = world.files.keep("document", Upload(name, mime, content))
    document = stored.handle() | {"mime_type": mime, "file_name": name}
    people.send(world, person, {"document": document})


STRANGER = {"id": 666, "is_bot": False, "first_name": "Бейтаныс"}


def strange(text: str, by: Any) -> dict[str, Any]:
    """A message that was forwarded from somebody."""
    origin = {"type": "user", "sender_user": by, "date": 1}
    return {"text": text, "forward_origin": origin}


def fits(text: str, label: str, *, begins: bool) -> bool:
    return text.startswith(label) or label in text if begins else text == label


def drawn(content: str) -> list[str]:
    return [f"  {line}" for line in content.splitlines()]


def duration(text: str) -> timedelta:
    number, unit = text.removeprefix("+").split()
    return timedelta(**{unit if unit.endswith("s") else unit + "s": int(number)})


def share(world: World, person: int, what: str) -> Any:
    if what == "own contact forwarded":
        return people.send(world, person, FORWARDED)
    whose = {"own contact": None, "card": 0}
    of = whose[what] if what in whose else PEOPLE[what.removeprefix("contact of ")]
    return people.contact(world, person, of=of)


def name_of(chat: int) -> str:
    return next((name for name, number in PEOPLE.items() if number == chat), "the group")


def plain(text: str) -> str:
    return unescape(re.sub(r"</?(b|i|code|a|u|s)[^>]*>", "", text))


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
