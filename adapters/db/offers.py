"""Documents under way by somebody else's service: sealed, each carried by one at a time."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.offers import signing_offers
from adapters.db.rows.signing import signing_sessions
from adapters.db.shelf import Shelf
from domain.people import PersonId
from domain.signing import SigningOffer
from domain.signing_sessions import CarriedOffer, OfferId, SessionId

OFFERS = signing_offers.c
NEVER = datetime.fromtimestamp(0, UTC)


class Offers(Shelf):
    """Rows of `signing_offers`."""

    __slots__ = ()

    def add(self, session: SessionId, offer: SigningOffer, until: datetime) -> CarriedOffer:
        row = signing_offers.insert().values(
            session_id=session,
            offer_sealed=self.sealed(packed(offer), place(session)),
            carried_until=until,
        )
        number = self.connection.execute(row.returning(OFFERS.id)).scalar_one()
        return CarriedOffer(OfferId(number), session, offer, until)

    def hold(self, carried: CarriedOffer, until: datetime) -> CarriedOffer | None:
        held = (
            signing_offers.update()
            .where(OFFERS.id == carried.id, OFFERS.carried_until == carried.until)
            .values(carried_until=until)
        )
        if not self.connection.execute(held).rowcount:
            return None
        return CarriedOffer(carried.id, carried.session, carried.offer, until)

    def left(self, now: datetime, most: int) -> list[CarriedOffer]:
        query = (
            sa.select(signing_offers)
            .where(OFFERS.carried_until <= now)
            .order_by(OFFERS.carried_until)
            .limit(most)
        )
        return [self.carried(row) for row in self.connection.execute(query)]

    def leave_all(self) -> None:
        self.connection.execute(signing_offers.update().values(carried_until=NEVER))

    def drop(self, number: OfferId) -> None:
        self.connection.execute(signing_offers.delete().where(OFFERS.id == number))

    def forget(self, person: PersonId) -> None:
        """Before the sessions themselves go."""
        theirs = sa.select(signing_sessions.c.id).where(signing_sessions.c.person_id == person)
        self.connection.execute(signing_offers.delete().where(OFFERS.session_id.in_(theirs)))

    def carried(self, row: Any) -> CarriedOffer:
        said = self.opened(row.offer_sealed, place(SessionId(row.session_id)))
        offer = SigningOffer(
            said["link"], said["qr"], datetime.fromisoformat(said["expires"]), said["token"]
        )
        return CarriedOffer(OfferId(row.id), SessionId(row.session_id), offer, row.carried_until)


def packed(offer: SigningOffer) -> dict[str, Any]:
    return {
        "link": offer.link,
        "qr": offer.qr,
        "expires": offer.expires.isoformat(),
        "token": dict(offer.token),
    }


def place(session: SessionId) -> str:
    return f"signing_offers.offer:{session}"
