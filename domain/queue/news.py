"""What a family is to hear about its application, and when. Rows without words: whoever tells them
makes the words of the moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.queue.applications import CandidateId
from domain.store import Store

if TYPE_CHECKING:
    from domain.queue.referrals import ReferralId

Kind: TypeAlias = Literal[
    "referral", "referral_half", "referral_last", "lapsed", "back", "registered", "enrolled",
    "inactive", "archived", "asked",
    "benefit_confirmed", "benefit_unreadable", "benefit_expired",
    "benefit_unproven",     "benefit_other_child", "not_chosen", "cancelled",
    "voucher",
]  # fmt: skip


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
