"""What a family is to hear about its application, and when. Rows without words: whoever tells them
makes the words of the moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.queue.applications import CandidateId
from domain.queue.life import State
from domain.store import Store

if TYPE_CHECKING:
    from domain.queue.referrals import ReferralId

Kind: TypeAlias = Literal[
    "referral", "referral_paper", "referral_half", "referral_last", "referral_inactive",
    "lapsed", "back", "registered", "enrolled", "inactive", "archived", "too_old",
    "placed", "left", "vacancy_closed", "referral_cancelled",
    "asked", "asked_last",
    "benefit_confirmed", "benefit_unreadable", "benefit_expired", "benefit_unproven",
    "benefit_other_child", "not_chosen", "cancelled",
    "voucher", "voucher_half", "voucher_last", "voucher_lapsed",
    "choosing_half", "choosing_last", "choosing_lapsed",
]  # fmt: skip
PAPER: Kind = "referral_paper"
"""No words: the document that follows a referral, drawn outside of any transaction."""
OF_INTEREST: frozenset[Kind] = frozenset(("asked", "asked_last"))
"""True only until the family has answered. Of twins one stands for both."""
OF_VOUCHER: dict[Kind, State] = {
    "voucher": State.VOUCHER,
    "voucher_half": State.VOUCHER,
    "voucher_last": State.VOUCHER,
    "choosing_half": State.CHOOSING,
    "choosing_last": State.CHOOSING,
}
"""True only while the application stands there."""
RESTORED: frozenset[Kind] = frozenset(
    ("inactive", "referral_inactive", "voucher_lapsed", "choosing_lapsed")
)
"""The application is inactive: it can be restored, unless that was done as often as it may be."""
LAST_CALL = timedelta(hours=3)
"""Before something lapses its family hears of it once more."""


@dataclass(frozen=True, slots=True)
class News:
    """Not told after `useful_until`: nobody hears of a deadline that has passed."""

    candidate: CandidateId
    kind: Kind
    referral: "ReferralId | None"
    due: datetime
    useful_until: datetime | None = None


def tell(store: Store, news: News, once: str) -> None:
    """Owes the family this; the same `once` is owed once."""
    store.news.add(news, once)
