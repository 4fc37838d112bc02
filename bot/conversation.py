"""Drives any form with one person: a step is one transaction, its result the next screen.

Knows no portal: what happens when a form is sent is told by the finishers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot import taps
from bot.answering import Several, answer, answers, asked_now, read, still_asked, suggested
from bot.keyboards import GONE, Button, typable
from bot.matching import MOST_FOUND, named, pick
from bot.needs import NeedsCheck
from bot.paper_screens import which_rows
from bot.papers import finishing, turned
from bot.render import Call, deleted, keyboard, message, paragraphs
from bot.screens import NOTHING, Said, Shown, editing, question, summary, typed_rows
from bot.talk import Says, Talk
from bot.taps import Tap, draft_id, on_draft, tap
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.engine import NotAsked
from domain.forms.kinds import NotOneOf
from domain.forms.model import Answers, Checked, Desk, Draft, Field, Form, Question, Summary
from domain.forms.person import own_contact
from domain.store import Store
from domain.text import clean

Finish = Callable[[Talk, Desk, Draft, Answers], Says]
"""Ends a form that is complete: changes what it must and says what comes next; may refuse."""


Action = Callable[["Conversation", Talk, Store, Draft], Says]
"""What a further button of a question does."""


@dataclass(frozen=True)
class Conversation:
    """All forms and how each one ends."""

    finishers: Mapping[str, Finish]
    actions: Mapping[str, "Action"]

    def open(self, talk: Talk, store: Store, name: str, **circumstances: Any) -> Says:
        """Starts a form, or goes on with its draft where it was left."""
        draft = store.drafts.open(talk.id, name, talk.now, answers=circumstances)
        talk.enter(f"form:{name}")
        form = talk.house.forms[name]
        intro = f"form-{name}.intro"
        fresh = draft.version == 0
        note = talk.voice.maybe(intro) if fresh else talk.voice.say("form-goes-on")
        return self.present(talk, form, draft, Said(note=note))

    def present(self, talk: Talk, form: Form, draft: Draft, above: Said = NOTHING) -> Says:
        """The screen of a draft as it stands."""
        screen = engine.screen(form, draft)
        if isinstance(screen, Summary):
            return [talk.show(summary(talk.voice, screen, above))]
        return [talk.show(question(talk.voice, screen, above))]

    def again(self, talk: Talk, store: Store, above: Said = NOTHING) -> Says:
        """The open question once more, after an aside; nothing if no form is open."""
        form, draft = self.opened(talk, store)
        return self.present(talk, form, draft, above) if form and draft else []

    def opened(self, talk: Talk, store: Store) -> tuple[Form | None, Draft | None]:
        name = (talk.state or "").removeprefix("form:")
        form = talk.house.forms.get(name)
        return form, store.drafts.find(talk.id, name) if form else None

    def typed(self, talk: Talk, store: Store, text: str) -> Says:
        """What was typed while a form is open: a button's words, or the answer."""
        form, draft = self.opened(talk, store)
        if form is None or draft is None:
            return self.closed(talk)
        screen = engine.screen(form, draft)
        if isinstance(screen, Summary):
            return self.typed_at_summary(talk, store, screen, text)
        rows = typed_rows(talk.voice, screen)
        tapped = named(typable(talk.house.words, rows), text)
        if tapped:
            return self.tap(talk, store, taps.read(tapped))
        return self.step(
            talk, store, form, draft, lambda d: read(talk, screen, d, text), typed=text
        )

    def typed_at_summary(self, talk: Talk, store: Store, s: Summary, text: str) -> Says:
        """Send, Edit, Stop, or the name of the answer to change; by word only: a stray number
        must not send a form."""
        buttons = [
            *typable(talk.house.words, summary(talk.voice, s).rows),
            *typable(talk.house.words, editing(talk.voice, s).rows[:-1]),
        ]
        tapped = named(buttons, text)
        if tapped:
            return self.tap(talk, store, taps.read(tapped))
        return self.present(talk, s.form, s.draft, Said(refusal=NotOneOf()))

    def offers(self, talk: Talk, store: Store, text: str, *, exactly: bool) -> bool:
        """Whether a text names what the open question offers: a button or a choice, `exactly` one
        or any. At a password nothing else is ever read."""
        form, draft = self.opened(talk, store)
        if form is None or draft is None:
            return False
        screen = engine.screen(form, draft)
        if isinstance(screen, Summary):
            rows = [*summary(talk.voice, screen).rows, *editing(talk.voice, screen).rows[:-1]]
            return named(typable(talk.house.words, rows), text) is not None
        if screen.field.kind.asks == "secret":
            return True
        if named(typable(talk.house.words, typed_rows(talk.voice, screen)), text):
            return True
        codes = pick(talk.house.words, screen.choices, clean(text)) if screen.choices else ()
        return len(codes) == 1 if exactly else bool(codes)

    def reads(self, talk: Talk, store: Store, text: str) -> bool:
        """Whether a text can be the answer to the open question."""
        form, draft = self.opened(talk, store)
        asked = asked_now(form, draft) if form and draft else None
        if form is None or draft is None or asked is None:
            return False
        try:
            engine.read(form, draft, asked.key, text)
        except Refusal:
            return False
        return True

    def step(
        self,
        talk: Talk,
        store: Store,
        form: Form,
        draft: Draft,
        change: Callable[[Draft], Draft],
        typed: str = "",
    ) -> Says:
        """One change of a draft, kept, and the screen after it. A refusal repeats the question,
        with what was typed; the draft remembers how often."""
        _, asked = engine.walk(form, draft)
        try:
            changed = change(draft)
            changed = self.looked_up(talk, store, form, draft, changed, asked)
        except Several as several:
            return self.several(talk, store, form, draft, several, typed)
        except Refusal as refusal:
            return self.refused(talk, store, form, draft, asked, refusal, typed)
        return self.kept(talk, store, form, changed, asked)

    def looked_up(
        self,
        talk: Talk,
        store: Store,
        form: Form,
        draft: Draft,
        changed: Draft,
        asked: Field | None,
    ) -> Draft:
        """Lets the field ask our own records about its new answer."""
        if asked is None or asked.lookup is None or not answers(draft, changed, asked.key):
            return changed
        before, _ = engine.walk(form, replace(changed, at=asked.key))
        facts = asked.lookup(talk.desk(store), changed.answers[asked.key], before)
        return (
            engine.keep(changed, asked.key, changed.answers[asked.key], facts)
            if facts
            else changed
        )

    def refused(
        self,
        talk: Talk,
        store: Store,
        form: Form,
        draft: Draft,
        asked: Field | None,
        refusal: Refusal,
        typed: str,
    ) -> Says:
        missed = engine.missed(draft)
        store.drafts.save(talk.id, missed, talk.now)
        says = self.present(talk, form, missed, Said(refusal=refusal, typed=clean(typed)))
        return [*wiped(talk, asked), *says]

    def several(
        self, talk: Talk, store: Store, form: Form, draft: Draft, found: Several, typed: str
    ) -> Says:
        """None or more than one of the choices may be meant."""
        if not found.codes:
            return self.refused(talk, store, form, draft, None, NotOneOf(), typed)
        shown = found.codes[:MOST_FOUND]
        words = "found-several" if shown == found.codes else "found-many"
        note = talk.voice.say(words, count=len(shown))
        return self.present(talk, form, draft, Said(note=note, found=shown))

    def kept(
        self, talk: Talk, store: Store, form: Form, changed: Draft, asked: Field | None
    ) -> Says:
        """Saves the draft and shows what comes next; a form without review is sent by its last
        answer."""
        screen = engine.screen(form, changed)
        above = self.above(talk, form, changed, asked)
        if isinstance(screen, Summary) and not form.review:
            return [*wiped(talk, asked), *self.finish(talk, store, form, changed, screen.held)]
        store.drafts.save(talk.id, changed, talk.now)
        away = without_keyboard(talk, asked, screen, above)
        says = self.present(talk, form, changed, replace(above, understood="") if away else above)
        return [*wiped(talk, asked), *away, *says]

    def above(self, talk: Talk, form: Form, changed: Draft, asked: Field | None) -> Said:
        """What was understood of the answer just given, and a remark on it."""
        if asked is None or asked.key not in changed.answers or changed.at or changed.picked:
            return NOTHING
        held, _ = engine.walk(form, changed)
        if asked.key not in held:
            return NOTHING
        value = held[asked.key]
        remark = asked.remark(value, held) if asked.remark else None
        if asked.kind.asks == "secret":
            return Said(note=talk.voice.say("secret-kept"), remark=remark)
        label = talk.house.words.say(talk.lang, f"{asked.message}.label")
        shown = talk.voice.plain(asked, value, held)
        return Said(understood=f"{label}: {shown}", remark=remark)

    def finish(self, talk: Talk, store: Store, form: Form, draft: Draft, held: Answers) -> Says:
        """Sends a complete form. What can't be sent comes back with the reason, nothing lost."""
        store.drafts.save(talk.id, draft, talk.now)
        talk.enter(None)
        try:
            return store.attempt(
                lambda: self.finishers[form.name](talk, talk.desk(store), draft, held)
            )
        except Refusal as refusal:
            talk.enter(f"form:{form.name}")
            last = replace(
                draft,
                version=draft.version + 1,
                at=None if form.review else form.fields[-1].key,
            )
            store.drafts.save(talk.id, last, talk.now)
            return self.present(talk, form, last, Said(refusal=refusal))

    def tap(self, talk: Talk, store: Store, tap: Tap) -> Says:
        """A button of a form. One that is late is answered and changes nothing."""
        form = talk.house.forms.get(tap.part(0))
        draft = store.drafts.find(talk.id, form.name) if form else None
        if form is None or draft is None or draft.id != draft_id(tap.part(1)):
            return self.gone(talk)
        before = (talk.state, talk.data)
        talk.enter(f"form:{form.name}")
        try:
            return self.tapped(talk, store, form, draft, tap)
        except NotAsked:
            talk.enter(before[0], **before[1])
            return self.late(talk)

    def tapped(self, talk: Talk, store: Store, form: Form, draft: Draft, tap: Tap) -> Says:
        """Moves about in the form, or gives an answer."""
        key, code = tap.part(2), tap.part(3)
        moves: dict[str, Callable[[], Says]] = {
            "b": lambda: self.back(talk, store, form, draft, key),
            "w": lambda: self.why(talk, form, draft),
            "p": lambda: self.turn(talk, form, draft, key, code),
            "e": lambda: self.edit(talk, store, form, draft, key),
            "s": lambda: self.send(talk, store, form, draft),
            "z": lambda: self.act(talk, store, form, draft, tap),
            "f": lambda: self.page(talk, store, form, draft, tap),
            "x": lambda: self.stop(talk, store, form, draft),
        }
        if tap.verb in moves:
            return moves[tap.verb]()
        still_asked(form, draft, key)
        return self.step(talk, store, form, draft, self.change(form, tap))

    def change(self, form: Form, tap: Tap) -> Callable[[Draft], Draft]:
        """What a tap does to the draft."""
        key, code = tap.part(2), tap.part(3)
        changes: dict[str, Callable[[Draft], Draft]] = {
            "a": lambda d: answer(form, d, key, code),
            "g": lambda d: answer(form, d, key, suggested(form, d, key)),
            "y": lambda d: answer(form, d, key, d.answers.get(key)),
            "t": lambda d: engine.toggle(form, d, key, code),
            "d": lambda d: engine.done(form, d, key),
            "k": lambda d: engine.skip(form, d, key),
        }
        if tap.verb not in changes:
            raise NotAsked
        return changes[tap.verb]

    def stop(self, talk: Talk, store: Store, form: Form, draft: Draft) -> Says:
        """Keep what was answered for later, or throw it away? A form without review has nothing
        worth keeping."""
        if not form.review:
            store.drafts.drop(draft.id)
            return self.left(talk, form)
        rows = [
            [Button("button-keep-draft", on_draft("xk", draft), style="primary")],
            [Button("button-drop-draft", on_draft("xd", draft), style="danger")],
            [Button("button-go-on", tap("go", draft.form))],
        ]
        talk.enter(f"form:{draft.form}", named=typable(talk.house.words, rows))
        return [message(talk.id, talk.voice.say("stop-ask"), keyboard(talk.voice, rows))]

    def left(self, talk: Talk, form: Form, note: str = "") -> Says:
        """The conversation is over for now; says what that means."""
        rows = [[Button("button-menu", "m|menu")]]
        talk.offer(rows)
        text = paragraphs(note, talk.voice.maybe(f"form-{form.name}.left"))
        return [message(talk.id, text, keyboard(talk.voice, rows))]

    def back(self, talk: Talk, store: Store, form: Form, draft: Draft, key: str) -> Says:
        still_asked(form, draft, key)
        before = engine.back(form, draft)
        if before is None:
            note = talk.house.words.say(talk.lang, "first-question")
            talk.toast = note
            return [] if talk.query else self.present(talk, form, draft, Said(note=note))
        return self.kept(talk, store, form, before, asked_now(form, draft))

    def why(self, talk: Talk, form: Form, draft: Draft) -> Says:
        """Why the open question is asked; a message of its own, then the question again."""
        asked = asked_now(form, draft)
        if asked is None:
            return self.present(talk, form, draft)
        text = talk.voice.say(f"{asked.message}.why")
        return [message(talk.id, text), *as_new(self.present(talk, form, draft))]

    def turn(self, talk: Talk, form: Form, draft: Draft, key: str, page: str) -> Says:
        still_asked(form, draft, key)
        if not (page.isascii() and page.isdigit()):
            return self.late(talk)
        return self.present(talk, form, draft, Said(page=int(page)))

    def edit(self, talk: Talk, store: Store, form: Form, draft: Draft, key: str) -> Says:
        screen = engine.screen(form, draft)
        if key in ("", "-"):
            if not isinstance(screen, Summary):
                raise NotAsked
            shown = editing(talk.voice, screen) if not key else summary(talk.voice, screen)
            return [talk.show(shown)]
        return self.kept(talk, store, form, engine.edit(form, draft, key), None)

    def send(self, talk: Talk, store: Store, form: Form, draft: Draft) -> Says:
        screen = engine.screen(form, draft)
        if not isinstance(screen, Summary):
            return self.present(talk, form, draft)
        return self.finish(talk, store, form, draft, screen.held)

    def act(self, talk: Talk, store: Store, form: Form, draft: Draft, tap: Tap) -> Says:
        """A further button of a question, as its portal means it."""
        still_asked(form, draft, tap.part(2))
        if tap.part(3) not in self.actions:
            raise NotAsked
        try:
            return self.actions[tap.part(3)](self, talk, store, draft)
        except Refusal as refusal:
            return as_new(self.present(talk, form, draft, Said(refusal=refusal)))

    def page(self, talk: Talk, store: Store, form: Form, draft: Draft, tap: Tap) -> Says:
        """A button about a page of the paper that is asked for."""
        key, code = tap.part(2), tap.part(3)
        still_asked(form, draft, key)
        if code == "d":
            raise finishing(talk, form, draft)
        screen = engine.screen(form, draft)
        if code == "x" and isinstance(screen, Question):
            rows = which_rows(screen)
            shown = Shown(talk.voice.say("page-which"), keyboard(talk.voice, rows), rows)
            return [talk.show(shown)]
        changed = engine.gather(form, draft, key, turned(draft.answers.get(key), code))
        store.drafts.save(talk.id, changed, talk.now)
        note = talk.voice.say("page-add-how") if code == "m" else ""
        return self.present(talk, form, changed, Said(note=note))

    def late(self, talk: Talk) -> Says:
        """An old button: says so, changes nothing."""
        talk.toast = talk.house.words.say(talk.lang, "tap-late")
        return [] if talk.query else self.closed(talk)

    def gone(self, talk: Talk) -> Says:
        """The form of this button is sent or was dropped."""
        talk.toast = talk.house.words.say(talk.lang, "tap-gone")
        return [] if talk.query else self.closed(talk)

    def closed(self, talk: Talk) -> Says:
        talk.enter(None)
        return [talk.say("form-closed")]

    def contact(self, talk: Talk, store: Store, phone: str) -> Says | None:
        """The person's own contact; None if no phone is asked for now."""
        return self.given(talk, store, "contact", own_contact(phone))

    def asks(self, talk: Talk, store: Store) -> str | None:
        """How the open question is answered ("card" when all is); None if no form is open."""
        form, draft = self.opened(talk, store)
        if form is None or draft is None:
            return None
        asked = asked_now(form, draft)
        return asked.kind.asks if asked else "card"

    def given(self, talk: Talk, store: Store, asks: str, raw: Any) -> Says | None:
        form, draft = self.opened(talk, store)
        asked = asked_now(form, draft) if form and draft else None
        if form is None or draft is None or asked is None or asked.kind.asks != asks:
            return None
        key = asked.key
        return self.step(talk, store, form, draft, lambda d: answer(form, d, key, raw))

    def refuse(self, talk: Talk, store: Store, refusal: Refusal) -> Says:
        """Refuses what came, of a kind no question takes, and repeats the open question."""
        form, draft = self.opened(talk, store)
        if form is None or draft is None:
            return [talk.refuse(refusal)]
        return self.present(talk, form, draft, Said(refusal=refusal))

    def checked(
        self, talk: Talk, store: Store, needed: NeedsCheck, outcome: Checked | Refusal, typed: str
    ) -> Says:
        """Goes on after a check; the draft may have moved meanwhile, then the answer is late."""
        form, draft = self.opened(talk, store)
        if form is None or draft is None:
            return self.closed(talk)

        def change(d: Draft) -> Draft:
            still_asked(form, d, needed.field.key)
            if isinstance(outcome, Refusal):
                raise outcome
            if needed.noted is not None:
                needed.noted(store, outcome.value)
            return engine.keep(d, needed.field.key, outcome.value, outcome.facts)

        try:
            return self.step(talk, store, form, draft, change, typed)
        except NotAsked:
            return self.present(talk, form, draft)


def wiped(talk: Talk, asked: Field | None) -> Says:
    """A typed password is taken out of the chat at once (rule 25)."""
    if asked is None or asked.kind.asks != "secret" or talk.message is None:
        return []
    return [deleted(talk.id, talk.message.message_id)]


def without_keyboard(
    talk: Talk, asked: Field | None, screen: Question | Summary, above: Said
) -> Says:
    """Takes away the reply keyboard of a contact question; that needs a message of its own."""
    if asked is None or asked.kind.asks != "contact":
        return []
    if isinstance(screen, Question) and screen.field.kind.asks == "contact":
        return []
    text = (
        talk.voice.say("understood", what=above.understood)
        if above.understood
        else talk.voice.say("keyboard-away")
    )
    return [message(talk.id, text, GONE)]


def as_new(says: Says) -> list[Call]:
    """Screens as messages of their own, below what was just said."""
    return [
        {k: v for k, v in call.items() if k != "message_id"} | {"method": "sendMessage"}
        for call in says
    ]
