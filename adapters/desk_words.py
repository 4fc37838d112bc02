"""What staff read of an announcement: its preview, who is asked, and how far it is. The preview is
made by the words of the notice itself, so it can't say anything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from adapters.notices import NoticeWords
from adapters.words import Words
from domain import proposals
from domain.broadcasts import Broadcast, Progress
from domain.olympiads import Names
from domain.people import PersonId
from domain.portals.desk import REASONS
from domain.ports import LANGS, Lang
from domain.proposals import Proposal
from domain.store import Store

Call = dict[str, Any]
Rows = Sequence[Sequence[dict[str, str]]]
MOST_SHOWN = 3
"""Of many moved sessions so many are shown in full; the table itself names all."""
LONGEST = 3800
"""Fewer are shown when they would not fit a message of 4,096 characters with what stands above."""
VERBS = {"ask": "pa", "confirm": "pc", "drop": "pd", "undo": "pu", "stop": "ps", "resume": "pr"}


@dataclass(frozen=True)
class DeskWords:
    """`rate` is messages a second that announcements get."""

    words: Words
    rate: float

    def preview(self, store: Store, known: Proposal, lang: Lang, now: datetime) -> str:
        """What would be sent, to how many people, how long it takes. Raises what the change
        itself would."""
        made = [proposals.preview(store, p, now) for p in known.planned[:MOST_SHOWN]]
        text = self.shown(known, made, lang)
        while len(text) > LONGEST and len(made) > 1:
            made = made[:-1]
            text = self.shown(known, made, lang)
        return text

    def shown(self, known: Proposal, made: Sequence[Broadcast], lang: Lang) -> str:
        return "\n\n".join(
            [
                self.facts(known, made, lang),
                *(self.texts(b, lang) for b in made),
                *self.rest(known, len(made), lang),
            ]
        )

    def facts(self, known: Proposal, made: Sequence[Broadcast], lang: Lang) -> str:
        first = known.planned[0]
        lines = [
            self.say(lang, f"proposal-{first.kind}", count=len(known.planned)),
            self.say(lang, "proposal-people", count=known.people),
            self.say(lang, "proposal-takes", minutes=minutes(known.people, self.rate)),
            self.say(lang, "proposal-begins", at=made[0].goes_at),
        ]
        if first.text is not None and first.text["en"].startswith(first.text["kk"]):
            lines.append(self.say(lang, "proposal-no-english"))
        return "\n".join(lines)

    def texts(self, b: Broadcast, lang: Lang) -> str:
        notices = NoticeWords(self.words)
        return "\n".join(
            f"<b>{self.say(of, f'language-name-{of}')}</b>\n"
            f"<blockquote>{notices.text(b, of)}</blockquote>"
            for of in LANGS
        )

    def rest(self, known: Proposal, shown: int, lang: Lang) -> list[str]:
        left = len(known.planned) - shown
        return [self.say(lang, "proposal-more", count=left)] if left > 0 else []

    def asked(
        self, store: Store, known: Proposal, who: PersonId, author: str, now: datetime
    ) -> Call:
        """The question to somebody who may be the second person."""
        lang = store.people.language(who) or "kk"
        head = self.say(lang, "proposal-asked", author=author)
        text = f"{head}\n\n{self.preview(store, known, lang, now)}"
        rows = [[self.button("confirm", known, lang)], [self.button("refuse", known, lang)]]
        return message(who, text, rows)

    def undoable(self, store: Store, known: Proposal, who: PersonId) -> Call:
        """To the author: it is confirmed, and can be taken back for a minute."""
        lang = store.people.language(who) or "kk"
        rows = [[self.button("undo", known, lang)]]
        return message(who, self.confirmed(known, lang), rows)

    def confirmed(self, known: Proposal, lang: Lang) -> str:
        return self.say(lang, "proposal-confirmed", seconds=int(proposals.UNDO.total_seconds()))

    def note(self, store: Store, who: PersonId, words: str) -> Call:
        lang = store.people.language(who) or "kk"
        return message(who, self.say(lang, words), [])

    def progress(self, store: Store, known: Proposal, lang: Lang, now: datetime) -> str:
        """How far it is, all notices of it together."""
        far = progress_of(store, known)
        lines = [
            self.say(lang, f"progress-{far.state}", title=self.title(store, known, lang)),
            self.say(
                lang,
                "progress-sent",
                sent=far.sent,
                people=far.people,
                percent=percent(far.people - far.left, far.people),
            ),
            self.say(
                lang,
                "progress-others",
                left=far.left,
                failed=far.failed,
                blocked=far.blocked,
                seen=far.acknowledged,
            ),
        ]
        if far.state == "running" and far.left:
            begins = begins_at(store, known)
            if begins > now:
                lines.append(self.say(lang, "progress-begins", at=begins))
            lines.append(self.say(lang, "progress-eta", minutes=minutes(far.left, self.rate)))
        return "\n".join(lines)

    def progress_rows(self, store: Store, known: Proposal, lang: Lang) -> Rows:
        state = progress_of(store, known).state
        what = {"running": "stop", "stopped": "resume"}.get(state)
        return [[self.button(what, known, lang)]] if what else []

    def title(self, store: Store, known: Proposal, lang: Lang) -> str:
        """What it is; of one notice also what about."""
        first, one = known.planned[0], len(known.planned) == 1
        what = self.say(lang, f"proposal-{first.kind}", count=len(known.planned))
        made = store.broadcasts.load(first.broadcast) if one and first.broadcast else None
        if made is None or "subject" not in made.content:
            return what
        return self.say(lang, "progress-about", what=what, subject=made.content["subject"][lang])

    def button(self, what: str, known: Proposal, lang: Lang) -> dict[str, str]:
        verb = VERBS["drop" if what == "refuse" else what]
        words = self.words.say(lang, f"button-proposal-{what}")
        return {"text": words, "callback_data": f"{verb}|{known.id}"}

    def reasons(self) -> dict[str, Names]:
        """The words of each code of a reason."""
        say = self.words.say
        return {code: {lang: say(lang, f"reason-{code}") for lang in LANGS} for code in REASONS}

    def say(self, lang: Lang, words: str, **arguments: Any) -> str:
        safe = {
            k: escape(v, quote=False) if isinstance(v, str) else v for k, v in arguments.items()
        }
        return self.words.say(lang, words, **safe)


def message(chat: PersonId, text: str, rows: Rows, at: int | None = None) -> Call:
    """A message, or the change of one that is there."""
    call: Call = {
        "method": "sendMessage" if at is None else "editMessageText",
        "chat_id": chat,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [list(row) for row in rows]},
    }
    return call if at is None else {**call, "message_id": at}


def minutes(people: int, rate: float) -> int:
    return max(1, round(proposals.seconds_for(people, rate) / 60))


def percent(done: int, of: int) -> int:
    return 100 if not of else done * 100 // of


def begins_at(store: Store, known: Proposal) -> datetime:
    found = [store.broadcasts.load(p.broadcast) for p in known.planned if p.broadcast]
    return min((b.goes_at for b in found if b is not None), default=known.proposed)


def progress_of(store: Store, known: Proposal) -> Progress:
    """All broadcasts of a proposal together; one that runs makes the whole run."""
    far = [store.broadcasts.progress(p.broadcast) for p in known.planned if p.broadcast]
    found = [f for f in far if f is not None]
    states = {f.state for f in found}
    state = next((s for s in ("running", "stopped", "done") if s in states), "replaced")
    if state == "running" and found and not any(f.left for f in found):
        state = "done"  # its row says so a little later
    return Progress(
        state,  # type: ignore[arg-type]
        *(
            sum(getattr(f, name) for f in found)
            for name in (
                "people",
                "sent",
                "left",
                "failed",
                "blocked",
                "cancelled",
                "acknowledged",
            )
        ),
    )
