"""The buttons under a notice: Seen, and the session as a calendar file."""

from adapters.ics import calendar
from adapters.notices import CALENDAR, SEEN, NoticeWords
from adapters.telegram import upload
from bot.handlers.menu import refusing
from bot.render import Call
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id
from domain.broadcasts import BroadcastId
from domain.changes import SessionGone
from domain.store import Store


def routes() -> Routes:
    table = Routes()

    @table.tap(SEEN)
    async def seen(talk: Talk, tap: Tap) -> None:
        number = BroadcastId(row_id(tap.part(0)))
        await talk.settle(lambda store: see(talk, store, number))

    @table.tap(CALENDAR)
    async def saved(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: save(talk, store, row_id(tap.part(0))))

    return table


def see(talk: Talk, store: Store, number: BroadcastId) -> Says:
    """Notes it, once; the button goes, the others stay."""
    broadcast = store.broadcasts.load(number)
    if broadcast is None or talk.tapped is None:
        return []
    store.broadcasts.acknowledge(number, talk.id, talk.now)
    talk.toast = talk.voice.say("seen-thanks")
    left = NoticeWords(talk.house.words).buttons(broadcast, talk.lang)[1:]
    return [without_seen(talk, talk.tapped, left)]


def without_seen(talk: Talk, at: int, buttons: list[dict[str, str]]) -> Call:
    return {
        "method": "editMessageReplyMarkup",
        "chat_id": talk.id,
        "message_id": at,
        "reply_markup": {"inline_keyboard": [buttons] if buttons else []},
    }


def save(talk: Talk, store: Store, number: int) -> Says:
    """The session as it is now: an older entry in the calendar is changed by it, or taken off."""
    sitting = store.olympiads.sitting_by_number(number)
    event = None if sitting is None else store.olympiads.event(sitting.event)
    if sitting is None or event is None:
        raise SessionGone
    subject = event.subject(sitting.subject)
    content = calendar(event.names, subject.names, sitting, talk.lang, talk.now)
    return [
        {
            "method": "sendDocument",
            "chat_id": talk.id,
            "document": upload(f"{sitting.subject}.ics", "text/calendar", content),
            "caption": talk.voice.say("calendar-here"),
        }
    ]
