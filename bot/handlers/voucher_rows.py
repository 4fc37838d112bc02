"""The buttons of a voucher, wherever one is shown."""

from adapters.bulletin_words import ANSWER_VOUCHER, REFUSE_VOUCHER, VACANCIES
from bot.keyboards import Button
from bot.taps import tap
from domain.queue.applications import Candidate
from domain.queue.life import State

WAIT = "uw"


def answering(c: Candidate) -> list[list[Button]]:
    """A voucher that waits for an answer."""
    if c.state is not State.VOUCHER:
        return []
    return [
        [Button("button-voucher-confirm", tap(ANSWER_VOUCHER, str(c.id)), style="success")],
        [Button("button-voucher-refuse", tap(REFUSE_VOUCHER, str(c.id)))],
    ]


def choosing(c: Candidate) -> list[list[Button]]:
    if c.state is not State.CHOOSING:
        return []
    return [[Button("button-voucher-choose", VACANCIES, style="primary")]]


def waiting(c: Candidate) -> list[list[Button]]:
    """Where nothing that is free fits a child whose voucher is confirmed."""
    if c.state is not State.CHOOSING:
        return []
    return [[Button("button-voucher-wait", tap(WAIT, str(c.id)))]]
