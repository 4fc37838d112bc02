"""Whoever has shown by an e-signature who they are gets the account of their own IIN."""

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.accounts import Account
from domain.portals import pavlodar
from tests.ports.test_database import BOLAT, NOW, side_by_side

PUPIL, PARENT = "110320690007", "830707390031"


def pupils(store: Store) -> None:
    """The first form ever filled here made an account."""
    store.accounts.add(
        portal="daryn",
        role="pupil",
        draft=1,
        profile={"iin": PUPIL, "email": "a@example.com"},
        password_hash="-",
        now=NOW,
    )


def by_signature(store: Store) -> Account:
    return pavlodar.enter(store, BOLAT, PARENT, NOW)


async def test_a_first_sign_in_opens_nobody_elses_account(database: Database) -> None:
    await database.run(pupils)
    account = await database.run(by_signature)
    assert (account.portal, account.profile["iin"]) == (pavlodar.PORTAL, PARENT)


async def test_many_sign_ins_at_once_make_one_account(database: Database) -> None:
    ends = await side_by_side(database, [by_signature] * 8)
    assert [account.id for account in ends] == [ends[0].id] * 8


async def test_each_signer_has_an_account_of_their_own(database: Database) -> None:
    iins = (PARENT, "880412490003", PARENT)
    entered = [
        await database.run(lambda store, iin=iin: pavlodar.enter(store, BOLAT, iin, NOW))
        for iin in iins
    ]
    assert [account.profile["iin"] for account in entered] == list(iins)
    assert entered[0].id == entered[2].id != entered[1].id
