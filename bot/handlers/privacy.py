"""The person's data: what we keep and why, a copy of it, and forgetting it."""

import json
from typing import Any

from adapters import evidence_copy
from adapters.admission.cards import child_name
from adapters.telegram import upload
from bot.conversation import Conversation, as_new
from bot.handlers.menu import aside
from bot.keyboards import Button
from bot.render import Call, keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain import links
from domain.accounts import Account
from domain.admission import applications
from domain.admission.applications import Application
from domain.papers import FileName, Kept
from domain.people import Person
from domain.queue import forgetting
from domain.queue.applications import Candidate
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("privacy", "terms")
    async def told(talk: Talk) -> None:
        words = f"{talk.text.lstrip('/').split('@')[0].split()[0]}-text"
        await talk.settle(lambda store: aside(talk, store, conversation, words))

    def give(talk: Talk, store: Store) -> Says:
        return [*give_data(talk, store), *as_new(conversation.again(talk, store))]

    @table.command("mydata")
    async def data(talk: Talk) -> None:
        await talk.settle(lambda store: give(talk, store))

    @table.command("forget")
    async def forget(talk: Talk) -> None:
        await talk.settle(lambda store: ask_forget(talk, store))

    @table.tap("data")
    async def chosen(talk: Talk, tap: Tap) -> None:
        if tap.part(0) == "erase":
            await erased(talk)
            return
        step = give if tap.part(0) == "get" else ask_forget
        await talk.settle(lambda store: step(talk, store))

    return table


def give_data(talk: Talk, store: Store) -> Says:
    """Everything we keep about the person, as files they can open anywhere."""
    content = json.dumps(everything(talk, store), ensure_ascii=False, indent=2).encode()
    told = document(talk, "otinim-mydata.json", "application/json", content)
    papers = [paper_copy(talk, k, n) for n, k in enumerate(store.papers.of(talk.id), 1)]
    return [told, *signatures_copy(talk, store), *papers]


def signatures_copy(talk: Talk, store: Store) -> Says:
    """What proves the person's signatures, if there are any, in one archive."""
    proofs = store.evidence.of(talk.id)
    if not proofs:
        return []
    content, words = evidence_copy.zipped(proofs), "mydata-signatures"
    return [document(talk, "otinim-signatures.zip", "application/zip", content, words)]


def paper_copy(talk: Talk, kept: Kept, number: int) -> Call:
    """One file as the person gave it, loaded when it is sent."""
    ending = "pdf" if kept.type == "application/pdf" else "jpg"
    upload = {"upload": f"otinim-{number}.{ending}", "type": kept.type, "kept": kept.name}
    return {"method": "sendDocument", "chat_id": talk.id, "document": upload}


async def erased(talk: Talk) -> None:
    """Rows first, in one transaction; then the files that no row names any more."""
    files: list[FileName] = []
    await talk.settle(lambda store: erase(talk, store, files))
    await talk.house.files.erase(files)


def document(talk: Talk, name: str, kind: str, content: bytes, words: str = "mydata-here") -> Call:
    return {
        "method": "sendDocument",
        "chat_id": talk.id,
        "document": upload(name, kind, content),
        "caption": talk.voice.say(words),
        "parse_mode": "HTML",
    }


def everything(talk: Talk, store: Store) -> dict[str, Any]:
    """What `/mydata` holds. Password hashes are not given out, here or anywhere."""
    return {
        "telegram_id": talk.id,
        "language": talk.lang,
        "made": talk.now.isoformat(),
        "accounts": [account_data(store, a) for a in store.accounts.of(talk.id)],
        "codes": codes_data(talk, store),
        "reminders": [
            {"of": r.kind, "due": r.due.isoformat(), "deadline": r.deadline.isoformat()}
            for r in store.reminders.of(talk.id)
        ],
        "followed": [{"event": e, "subject": s} for e, s in store.subscriptions.of(talk.id)],
        "queue": [queue_data(c) for c in store.queue.of(talk.id)],
        "queue_sent": store.queue.snapshots(talk.id),
        "drafts": [
            {"form": d.form, "answers": without_secrets(d.answers)}
            for d in store.drafts.of(talk.id)
        ],
        "applications": [application_data(store, a) for a in store.admission.of(talk.id)],
        "signatures": evidence_copy.summaries(store.evidence.of(talk.id)),
        "papers": [
            {"answer": k.field, "pages": k.pages, "bytes": k.bytes, "came": k.created.isoformat()}
            for k in store.papers.of(talk.id)
        ],
    }


def codes_data(talk: Talk, store: Store) -> dict[str, Any]:
    """The linked phone, the portals that wrote here, the codes of the last day without values."""
    link = store.links.of(talk.id)
    seen = links.portals(store, talk.id, talk.now)
    recent = links.recent(store, talk.id)
    return {
        "phone": link and {"number": link.phone, "agreed": link.linked.isoformat()},
        "portals": [
            {"name": p.name, "stopped_until": p.frozen_until and p.frozen_until.isoformat()}
            for p in seen
        ],
        "recent": [
            {"portal": r.portal, "purpose": r.purpose, "state": r.state, "at": r.sent.isoformat()}
            for r in recent
        ],
    }


def queue_data(c: Candidate) -> dict[str, Any]:
    """A child of an application to kindergartens."""
    return {
        "number": c.number,
        "portal": c.portal,
        "child": {"iin": c.child.iin, "name": c.child.name, "born": c.child.born.isoformat()},
        "benefit": c.benefit,
        "state": c.state.value,
        "since": c.since.isoformat(),
        "queues": [[e.key.locality, e.key.kind, e.key.language] for e in c.entries],
    }


def account_data(store: Store, account: Account) -> dict[str, Any]:
    return {
        "portal": account.portal,
        "role": account.role,
        "profile": dict(account.profile),
        "email_confirmed": account.confirmed_at and account.confirmed_at.isoformat(),
        "children": [dict(c.profile) for c in store.children.of(account.id)],
        "registrations": store.olympiads.snapshots(account.id),
    }


def application_data(store: Store, a: Application) -> dict[str, Any]:
    """An application to a school as it was sent, and what happened to it."""
    return {
        "number": a.number,
        "status": a.status,
        "sent": a.sent and a.sent.isoformat(),
        "content": dict(a.content),
        "history": [
            {"what": e.status, "at": e.at.isoformat(), "reason": e.reason}
            for e in store.admission.history(a.id)
        ],
    }


def without_secrets(answers: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in answers.items() if not (isinstance(v, dict) and "hash" in v)}


def ask_forget(talk: Talk, store: Store) -> Says:
    """Erasing can't be undone: says what goes, above all a place at a school, and asks."""
    rows = [
        [Button("button-forget-yes", tap("data", "erase"), style="danger")],
        [Button("button-forget-no", "m|menu")],
    ]
    talk.offer(rows)
    lost = [
        talk.voice.say(f"forget-admission-{a.status}", number=a.number or "", child=child_name(a))
        for a in store.admission.of(talk.id)
        if a.status == "review" or a.waits_for_originals
    ]
    text = paragraphs("\n".join(lost), talk.voice.say("forget-ask"))
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def erase(talk: Talk, store: Store, files: list[FileName]) -> Says:
    """Erases the person and every account only they are signed in to. An account that another
    person (the other parent) uses too stays theirs, with its places in the queue: these are
    parted first, while it is known who uses what. `files` are what the disk still holds."""
    forgetting.forget(store, talk.id, talk.house.rules, talk.now)
    for account in store.accounts.of(talk.id):
        if store.accounts.people_of(account.id) == [talk.id]:
            store.olympiads.erase(account.id)
            store.children.erase(account.id)
            store.confirmations.erase(account.id)
            store.reminders.forget_account(account.id)
            store.accounts.erase(account.id)
    links.forget(store, talk.id, talk.now)
    files[:] = store.papers.forget(talk.id)
    applications.erase(store, talk.id)
    store.drafts.drop_all(talk.id)
    store.outbox.cancel_for(talk.id)
    store.offers.forget(talk.id)
    store.signing.forget(talk.id)
    store.evidence.forget(talk.id)
    store.broadcasts.forget(talk.id)
    store.subscriptions.forget(talk.id)
    store.reminders.forget(talk.id)
    store.staff.forget(talk.id)
    store.inbox.forget(talk.id)
    store.people.forget(talk.id)
    told = message(talk.id, talk.voice.say("forgotten"))
    talk.enter(None)
    talk.person = Person(talk.id)
    return [told]
