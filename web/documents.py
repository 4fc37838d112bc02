"""The page behind the QR of a document: whether it is ours, what it is, what became of it; of the
person nothing but initials."""

from collections import deque
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from adapters.db.engine import Database
from adapters.words import Words
from domain.documents import Issued, checked
from domain.ports import Clock, Lang
from web.auth import address_of
from web.links import HEADERS, LONGEST_TOKEN, spoken

PAGE = Template((Path(__file__).parent / "document.html").read_text("utf-8"))
MOST_A_MINUTE = 30
MOST_ADDRESSES = 10_000


@dataclass(frozen=True)
class Checks:
    """`/v/<token>`. `hops` proxies of ours stand before us."""

    database: Database
    words: Words
    clock: Clock
    hops: int = 0
    seen: dict[str, deque[float]] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/v/{token}", self.show)]

    async def show(self, request: web.Request) -> web.Response:
        lang = spoken(request)
        if self.too_often(address_of(request, self.hops)):
            return self.page(lang, "page-document-often", status=429)
        token = request.match_info["token"][:LONGEST_TOKEN]
        found = await self.database.read(lambda store: checked(store, token, self.clock.now()))
        if found is None:
            return self.page(lang, "page-document-unknown", status=404)
        return self.answer(
            lang,
            title=self.words.say(lang, "page-document.title"),
            facts=self.facts(lang, found),
            text=self.words.say(lang, "page-document.safe"),
        )

    def too_often(self, address: str) -> bool:
        """A token can't be guessed; this only keeps one address from keeping us busy."""
        now = self.clock.now().timestamp()
        if len(self.seen) > MOST_ADDRESSES:
            self.seen.clear()
        moments = self.seen.setdefault(address, deque(maxlen=MOST_A_MINUTE))
        often = len(moments) == MOST_A_MINUTE and now - moments[0] < 60
        if not often:
            moments.append(now)
        return often

    def facts(self, lang: Lang, issued: Issued) -> str:
        def say(words: str) -> str:
            return self.words.say(lang, words)

        moment = self.words.say(lang, "document-moment", at=issued.issued)
        lines = (
            (say("page-document.what"), say(f"issued-{issued.kind}")),
            (say("page-document.number"), issued.number),
            (say("page-document.person"), issued.initials),
            (say("page-document.issued"), moment),
            (say("page-document.status"), self.status(lang, issued)),
        )
        shown = "".join(
            f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in lines
        )
        return f"<dl>{shown}</dl>"

    def status(self, lang: Lang, issued: Issued) -> str:
        words = f"issued-as-{issued.status}"
        if issued.until is not None:
            return self.words.say(lang, words, until=issued.until)
        changed = self.words.say(lang, "document-moment", at=issued.changed)
        return f"{self.words.say(lang, words)} ({changed})"

    def page(self, lang: Lang, words: str, *, status: int) -> web.Response:
        title, text = (self.words.say(lang, f"{words}.{part}") for part in ("title", "text"))
        return self.answer(lang, title=title, facts="", text=text, status=status)

    def answer(
        self, lang: Lang, *, title: str, facts: str, text: str, status: int = 200
    ) -> web.Response:
        body = PAGE.substitute(lang=lang, title=escape(title), facts=facts, text=escape(text))
        return web.Response(text=body, content_type="text/html", headers=HEADERS, status=status)
