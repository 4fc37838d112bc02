"""What the domain asks of the database: one transaction, a shelf for each thing kept.

Only shapes. Everything called on a store happens in one transaction or not at all.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from domain.shelves.admission import AdmissionShelf
from domain.shelves.broadcasts import BroadcastsShelf, SubscriptionsShelf
from domain.shelves.bulletins import BulletinsShelf, QueueNewsShelf, ReferralsShelf
from domain.shelves.children import ChildrenShelf
from domain.shelves.codes import CallbacksShelf, ClientsShelf, CodesShelf, LimitsShelf, LinksShelf
from domain.shelves.documents import IssuedShelf
from domain.shelves.evidence import EvidenceShelf
from domain.shelves.kindergartens import KindergartensShelf
from domain.shelves.messages import InboxShelf, OutboxShelf
from domain.shelves.offers import OffersShelf
from domain.shelves.olympiads import OlympiadsShelf
from domain.shelves.papers import PapersShelf
from domain.shelves.people import (
    AccountsShelf,
    ConfirmationsShelf,
    DraftsShelf,
    PeopleShelf,
    TalliesShelf,
)
from domain.shelves.proposals import ProgressPostsShelf, ProposalsShelf
from domain.shelves.queue import QueueShelf
from domain.shelves.reminders import RemindersShelf
from domain.shelves.schools import SchoolsShelf
from domain.shelves.signing import SigningShelf
from domain.shelves.staff import AuditShelf, ImportsShelf, StaffKeysShelf, StaffShelf

T = TypeVar("T")


class StoreUnavailable(Exception):
    """Nothing can be stored now (the disk is full, the server is away): nothing was, and it is
    worth trying again. The cause is for the log."""


class Store(Protocol):
    """One transaction."""

    def attempt(self, work: "Callable[[], T]") -> T:
        """Runs a part that may refuse: what it wrote is undone then, the rest stays."""
        ...

    @property
    def inbox(self) -> InboxShelf: ...

    @property
    def schools(self) -> SchoolsShelf: ...

    @property
    def admission(self) -> AdmissionShelf: ...

    @property
    def people(self) -> PeopleShelf: ...

    @property
    def outbox(self) -> OutboxShelf: ...

    @property
    def drafts(self) -> DraftsShelf: ...

    @property
    def accounts(self) -> AccountsShelf: ...

    @property
    def children(self) -> ChildrenShelf: ...

    @property
    def confirmations(self) -> ConfirmationsShelf: ...

    @property
    def tallies(self) -> TalliesShelf: ...

    @property
    def staff(self) -> StaffShelf: ...

    @property
    def staff_keys(self) -> StaffKeysShelf: ...

    @property
    def proposals(self) -> ProposalsShelf: ...

    @property
    def progress_posts(self) -> ProgressPostsShelf: ...

    @property
    def audit(self) -> AuditShelf: ...

    @property
    def imports(self) -> ImportsShelf: ...

    @property
    def olympiads(self) -> OlympiadsShelf: ...

    @property
    def queue(self) -> QueueShelf: ...

    @property
    def broadcasts(self) -> BroadcastsShelf: ...

    @property
    def reminders(self) -> RemindersShelf: ...

    @property
    def subscriptions(self) -> SubscriptionsShelf: ...

    @property
    def bulletins(self) -> BulletinsShelf: ...

    @property
    def referrals(self) -> ReferralsShelf: ...

    @property
    def news(self) -> QueueNewsShelf: ...

    @property
    def kindergartens(self) -> KindergartensShelf: ...

    @property
    def clients(self) -> ClientsShelf: ...

    @property
    def codes(self) -> CodesShelf: ...

    @property
    def links(self) -> LinksShelf: ...

    @property
    def limits(self) -> LimitsShelf: ...

    @property
    def callbacks(self) -> CallbacksShelf: ...

    @property
    def papers(self) -> PapersShelf: ...

    @property
    def issued(self) -> IssuedShelf: ...

    @property
    def signing(self) -> SigningShelf: ...

    @property
    def offers(self) -> OffersShelf: ...

    @property
    def evidence(self) -> EvidenceShelf: ...
