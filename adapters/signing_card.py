"""What a chat reads of a document that waits for a signature: one message that changes as the
phone goes on, and its buttons."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from adapters.egov import launch_url, qr_text
from adapters.words import Words
from domain.errors import Refusal
from domain.ports import Lang
from domain.signing_sessions import SigningSession, State

QR, OTHER, DROP, AGAIN, FILE = "sq", "so", "sx", "sg", "sf"
"""Verbs of the buttons; the session's number follows, or for AGAIN what is to be signed."""

Call = dict[str, Any]
Rows = list[list[dict[str, str]]]


@dataclass(frozen=True)
class Cards:
    """`launcher` opens eGov Mobile on the phone; `public_url` is where the phone finds us."""

    words: Words
    launcher: str
    public_url: str
    scanned: bool = True
    """Whether eGov Mobile may be shown our own address. If not, a QR leads where the button does,
    and the phone's camera reads it."""

    def qr(self, session: SigningSession) -> str:
        if self.scanned:
            return qr_text(self.public_url, session.token)
        return launch_url(self.launcher, self.public_url, session.token)

    def fresh(self, session: SigningSession) -> Call:
        """The message of a session that just began."""
        return {**self.body(session, "created"), "method": "sendMessage"}

    def changed(
        self,
        session: SigningSession,
        state: State,
        *,
        message: int | None,
        refusal: Refusal | None = None,
    ) -> Call:
        """The same message as things stand now; a new one if it was never sent."""
        body = self.body(session, state, refusal)
        if message is None:
            return {**body, "method": "sendMessage"}
        return {**body, "method": "editMessageText", "message_id": message}

    def body(self, session: SigningSession, state: State, refusal: Refusal | None = None) -> Call:
        wish = session.wish
        text = self.words.say(
            wish.lang,
            told_of(session, state),
            name=escape(wish.names[wish.lang], quote=False),
            until=session.expires,
        )
        if refusal is not None:
            text = f"{text}\n\n⚠️ {self.words.say(wish.lang, refusal.words, **refusal.arguments)}"
        return {
            "chat_id": wish.person,
            "text": text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"inline_keyboard": self.rows(session, state)},
        }

    def rows(self, session: SigningSession, state: State) -> Rows:
        lang, number = session.wish.lang, session.id
        match state:
            case "signed":
                return []
            case "expired" | "cancelled":
                return [[self.tapped(lang, "signing-again", f"{AGAIN}|{session.wish.about}")]]
        url = launch_url(self.launcher, self.public_url, session.token)
        return [
            [{"text": self.words.say(lang, "button-signing-open"), "url": url}],
            [self.tapped(lang, "signing-qr", f"{QR}|{number}")],
            [self.tapped(lang, "signing-other", f"{OTHER}|{number}")],
            [self.tapped(lang, "signing-drop", f"{DROP}|{number}")],
        ]

    def tapped(self, lang: Lang, words: str, data: str) -> dict[str, str]:
        return {"text": self.words.say(lang, f"button-{words}"), "callback_data": data}


def told_of(session: SigningSession, state: State) -> str:
    """The words of a state. Where somebody only shows who they are, nothing was filled in."""
    if session.wish.purpose == "sign-in" and state in ("created", "expired", "cancelled"):
        return f"signing-entry-{state}"
    return f"signing-card-{state}"


def names(words: Words, name: str, **arguments: Any) -> Mapping[Lang, str]:
    """A document's name in every language, as the app shows it."""
    return {lang: words.say(lang, name, **arguments) for lang in ("kk", "ru", "en")}
