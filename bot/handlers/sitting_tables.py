"""A table of moved sessions in the chat: one proposal, looked at, confirmed by another person and
taken back as one."""

from bot.handlers.proposals import shown_preview, words
from bot.table_faults import faults
from bot.table_steps import Loading
from bot.talk import Says, Talk
from domain import proposals, staff
from domain.sittings_table import SORT, example, read_moves
from domain.staff import EVERYWHERE
from domain.store import Store


def able(talk: Talk, store: Store) -> bool:
    """A session is for the whole country."""
    grants = store.staff.grants(talk.id)
    return staff.may(grants, proposals.ORGANISATION, EVERYWHERE, "sitting")


def looked_at(talk: Talk, store: Store, raw: bytes) -> Says:
    moves = read_moves(store, raw, words(talk).reasons(), talk.now)
    if not moves.found.sound:
        return [talk.show(faults(talk, moves.found, SORT.kind))]
    made = proposals.propose(store, moves.planned, talk.id, talk.now, through="chat")
    return shown_preview(talk, store, made)


LOADING = Loading(SORT, able, looked_at, lambda talk, store: example(store, talk.now))
