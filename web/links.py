"""Links in letters. Opening one shows a page with a button: mail scanners open links too, and
must not confirm anything (they don't press buttons)."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain import accounts
from domain.accounts import Account, Confirmation
from domain.outbox import Notice
from domain.ports import LANGS, Clock, Lang

PAGE = Template((Path(__file__).parent / "page.html").read_text("utf-8"))
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
LONGEST_TOKEN = 64

Told = Callable[[Store, Account, Confirmation], list[Notice]]
"""What the chat hears of a confirmation made here."""


@dataclass(frozen=True)
class Links:
    """Pages behind the links of letters."""

    database: Database
    words: Words
    clock: Clock
    bot_url: str
    told: Told

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/confirm/{token}", self.ask), web.post("/confirm/{token}", self.confirm)]

    async def ask(self, request: web.Request) -> web.Response:
        """The page with the button; for a link that is used or old, what to do now."""
        token = request.match_info["token"][:LONGEST_TOKEN]
        now = self.clock.now()
        known = await self.database.run(lambda store: store.confirmations.by_token(token))
        if known is None or known.expires <= now or known.purpose != "confirm":
            return self.page(spoken(request), "page-link-over", status=410)
        return self.page(known.language, "page-confirm", form=True)

    async def confirm(self, request: web.Request) -> web.Response:
        token = request.match_info["token"][:LONGEST_TOKEN]
        known = await self.database.run(lambda store: self.confirmed(store, token))
        if known is None:
            return self.page(spoken(request), "page-link-over", status=410)
        return self.page(known.language, "page-confirmed")

    def confirmed(self, store: Store, token: str) -> Confirmation | None:
        """Uses the link up, once; the chat is told in the same transaction."""
        now = self.clock.now()
        known = accounts.spend_token(store, token, "confirm", now)
        if known is None:
            return None
        accounts.confirm(store, known.account, now)
        account = store.accounts.load(known.account)
        for notice in self.told(store, account, known) if account else ():
            store.outbox.add(notice, now)
        return known

    def page(
        self, lang: Lang, words: str, *, form: bool = False, status: int = 200
    ) -> web.Response:
        label = escape(self.words.say(lang, f"{words}.button"))
        action = (
            f'<form method="post"><button>{label}</button></form>'
            if form
            else f'<a class="button" href="{escape(self.bot_url)}">{label}</a>'
        )
        text = PAGE.substitute(
            lang=lang,
            title=escape(self.words.say(lang, f"{words}.title")),
            text=escape(self.words.say(lang, words)),
            action=action,
        )
        return web.Response(text=text, content_type="text/html", headers=HEADERS, status=status)


def spoken(request: web.Request) -> Lang:
    """The language of a browser we know nothing else of."""
    wanted = request.headers.get("Accept-Language", "").lower()
    found = [(wanted.find(lang), lang) for lang in LANGS if lang in wanted]
    return min(found)[1] if found else "kk"
