"""A document under way is waited for by one process at a time, on both databases."""

from datetime import timedelta

from adapters.db.engine import Database
from domain.signing import SigningOffer
from domain.signing_sessions import CarriedOffer, SessionId
from tests.ports.test_database import NOW, side_by_side

OFFER = SigningOffer("https://m.egov.kz/x", "mobileSign:x", NOW, {"signURL": "https://s/1"})
LATER = NOW + timedelta(seconds=150)


async def begun(database: Database) -> CarriedOffer:
    return await database.run(lambda store: store.offers.add(SessionId(1), OFFER, NOW))


async def test_what_was_left_comes_back_as_it_was(database: Database) -> None:
    made = await begun(database)
    assert await database.read(lambda store: store.offers.left(NOW, 9)) == [made]
    early = NOW - timedelta(seconds=1)
    assert await database.read(lambda store: store.offers.left(early, 9)) == []


async def test_of_many_that_take_it_up_one_goes_on(database: Database) -> None:
    made = await begun(database)
    ends = await side_by_side(database, [lambda store: store.offers.hold(made, LATER)] * 8)
    (held,) = [end for end in ends if end is not None]
    assert held.until == LATER
    assert await database.run(lambda store: store.offers.hold(made, LATER)) is None
    assert await database.run(lambda store: store.offers.hold(held, LATER)) == held


async def test_what_is_dropped_nobody_takes_up(database: Database) -> None:
    made = await begun(database)
    await database.run(lambda store: store.offers.drop(made.id))
    assert await database.run(lambda store: store.offers.hold(made, LATER)) is None
    assert await database.read(lambda store: store.offers.left(LATER, 9)) == []
