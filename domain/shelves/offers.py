"""Documents under way to a phone by somebody else's service."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.people import PersonId
    from domain.signing import SigningOffer
    from domain.signing_sessions import CarriedOffer, OfferId, SessionId


class OffersShelf(Protocol):
    def add(
        self, session: "SessionId", offer: "SigningOffer", until: datetime
    ) -> "CarriedOffer": ...

    def hold(self, carried: "CarriedOffer", until: datetime) -> "CarriedOffer | None":
        """Goes on with it; nothing if another one does by now, or it is gone."""
        ...

    def left(self, now: datetime, most: int) -> "Sequence[CarriedOffer]":
        """Those that nobody carries any more, the longest ago first."""
        ...

    def leave_all(self) -> None:
        """Whoever carried them is gone."""
        ...

    def drop(self, number: "OfferId") -> None: ...

    def forget(self, person: "PersonId") -> None: ...
