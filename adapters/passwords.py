"""Portal passwords: argon2id in a thread, and the door that checks them."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from adapters.db.engine import Database
from domain.accounts import Account, SignInWrong, count_sign_in
from domain.people import AccountId
from domain.ports import Clock
from domain.store import Store

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's parameters for argon2id; 20 ms a hash here. Two at a time keep memory small."""
NOBODY = HASHER.hash("nobody has this account")
AT_ONCE = 2


class Argon2:
    """Hashes passwords off the event loop."""

    def __init__(self) -> None:
        self.places = asyncio.Semaphore(AT_ONCE)

    async def hash(self, password: str) -> str:
        async with self.places:
            return await asyncio.to_thread(HASHER.hash, password)

    async def same(self, password: str, hashed: str) -> bool:
        async with self.places:
            return await asyncio.to_thread(matches, hashed, password)


def matches(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except VerificationError:
        return False


class SignIn:
    """Who has this login and this password? The try is counted and committed before anything is
    compared; an unknown login takes as long as a wrong password."""

    def __init__(self, database: Database, hasher: Argon2, clock: Clock) -> None:
        self.database = database
        self.hasher = hasher
        self.clock = clock

    async def open(self, portal: str, login: str, password: str) -> AccountId:
        now = self.clock.now()

        def look(store: Store) -> Account | None:
            count_sign_in(store, login, now)
            if "@" in login:
                return store.accounts.by_email(portal, login)
            return store.accounts.by_iin(portal, login)

        account = await self.database.run(look)
        known = account.password_hash if account else NOBODY
        if not await self.hasher.same(password, known) or account is None:
            raise SignInWrong
        return account.id
