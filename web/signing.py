"""Where a document is fetched and its signature is brought: API No. 1 and No. 2 of eGov Mobile's
QR signing, and a page for NCALayer on a desktop. The token in the address is all one needs: 256
bits, ten minutes, one signature."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from aiohttp import web

from adapters.crypto import Seal
from adapters.egov import Organisation, decoded, first_answer, second_answer, signature_in
from adapters.pack import pack
from adapters.signed import Signatures
from adapters.words import Words
from domain.errors import Refusal
from domain.ports import Lang
from domain.signatures import Purpose, SignatureNotCheckedNow, SignatureUnreadable
from domain.signing import SigningAway, SigningExpired
from domain.signing_sessions import SigningOver, SigningSession, open_session
from domain.store import StoreUnavailable
from web import bodies
from web.links import spoken

PAGE = Template((Path(__file__).parent / "sign.html").read_text("utf-8"))
SCRIPT = (Path(__file__).parent / "sign.js").read_bytes()
MOST_BYTES = 512 * 1024
"""A signature is 256 KiB at most (reliability.md E2), in base64 with the answer around it."""
NO_STORE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
HEADERS = {
    **NO_STORE,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; "
        "connect-src 'self' wss://127.0.0.1:13579; form-action 'none'"
    ),
}
TYPES = {"@file/pdf": "application/pdf", "text/plain": "text/plain"}
INDIVIDUAL = "1.2.398.3.3.4.1.1"
USAGES: dict[Purpose, str] = {"sign": f"1.3.6.1.5.5.7.3.4 {INDIVIDUAL}", "sign-in": INDIVIDUAL}
"""Which keys NCALayer offers, by what must stand in their certificates: an individual's, to sign
one for e-mail protection too. Who one is may be shown by any: the one GOST key that is given out
today is for signing (kazakhstan.md 2.5, 2.6)."""
STATUS: dict[type[Refusal], int] = {
    SigningOver: 410,
    SigningExpired: 410,
    SignatureNotCheckedNow: 503,
    SigningAway: 503,
}
"""Of what is no fault of the signature; a signature that doesn't count is 403 in the protocol."""

Serve = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True)
class Signing:
    signatures: Signatures
    words: Words
    seal: Seal
    organisation: Organisation
    public_url: str

    def routes(self) -> list[web.RouteDef]:
        at = r"{token:[\w-]{1,64}}"
        return [
            web.get(f"/egov/{at}", self.served(self.first)),
            web.get(f"/egov/{at}/document", self.served(self.second)),
            web.put(f"/egov/{at}/document", self.served(self.brought)),
            web.get("/sign/sign.js", self.script),
            web.get(f"/sign/{at}", self.served(self.page)),
            web.get(f"/sign/{at}/document", self.served(self.document)),
            web.post(f"/sign/{at}", self.served(self.posted)),
        ]

    def served(self, serve: Serve) -> Serve:
        """Refusals in the language of whoever asks; never a 500 for what a stranger sends."""

        async def answer(request: web.Request) -> web.Response:
            try:
                return await serve(request)
            except Refusal as refusal:
                return self.refused(request, refusal)
            except StoreUnavailable:
                return self.refused(request, SigningAway())

        return answer

    def refused(self, request: web.Request, refusal: Refusal) -> web.Response:
        told = self.words.say(spoken(request), refusal.words, **refusal.arguments)
        return json({"message": told}, STATUS.get(type(refusal), 403))

    # eGov Mobile

    async def first(self, request: web.Request) -> web.Response:
        session = await self.stepped(request, "requested")
        uri = f"{self.public_url}/egov/{session.token}/document"
        answer = first_answer(
            session, self.organisation, uri=uri, bearer=self.bearer(session.token)
        )
        return json(answer)

    async def second(self, request: web.Request) -> web.Response:
        self.hold_to_bearer(request)
        session = await self.stepped(request, "shown")
        return json(second_answer(session, self.words.say(session.wish.lang, "signing-iin")))

    async def brought(self, request: web.Request) -> web.Response:
        """PUT: the app's answer with the signature in it."""
        self.hold_to_bearer(request)
        cms = signature_in(bodies.loaded(await self.body(request)))
        await self.signatures.take(request.match_info["token"], cms)
        return json({"code": "200", "message": "success"})

    async def stepped(self, request: web.Request, state: Any) -> SigningSession:
        session = await self.signatures.opened(request.match_info["token"], state)
        return open_session(session, self.signatures.clock.now())

    def bearer(self, token: str) -> str:
        """What API No. 1 hands out for No. 2: a digest, so that it needs no place of its own."""
        return self.seal.digest("egov", token).hex()

    def hold_to_bearer(self, request: web.Request) -> None:
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        due = f"Bearer {self.bearer(request.match_info['token'])}".encode()
        if not hmac.compare_digest(given, due):
            raise web.HTTPUnauthorized(text="{}", content_type="application/json")

    async def body(self, request: web.Request) -> bytes:
        if (request.content_length or 0) > MOST_BYTES:
            raise SignatureUnreadable
        try:
            raw = await request.read()
        except web.HTTPRequestEntityTooLarge:
            raise SignatureUnreadable from None
        if len(raw) > MOST_BYTES:
            raise SignatureUnreadable
        return raw

    # A desktop with NCALayer

    async def script(self, _: web.Request) -> web.Response:
        return web.Response(body=SCRIPT, content_type="text/javascript", headers=NO_STORE)

    async def page(self, request: web.Request) -> web.Response:
        """The page of a link; for one that is over, what to do now."""
        try:
            session = await self.found(request)
        except Refusal as refusal:
            return self.shown(spoken(request), refusal.words, status=410)
        return self.shown(session.wish.lang, "signing-page", session)

    async def document(self, request: web.Request) -> web.Response:
        """The bytes to be signed, as they are."""
        session = await self.found(request)
        mime = TYPES.get(session.wish.mime, "application/octet-stream")
        return web.Response(body=session.wish.content, content_type=mime, headers=NO_STORE)

    async def posted(self, request: web.Request) -> web.Response:
        """POST {"cms": base64}"""
        given = bodies.loaded(await self.body(request))
        match given:
            case {"cms": str(cms)}:
                await self.signatures.take(request.match_info["token"], decoded(cms))
                return json({"ok": True})
        raise SignatureUnreadable

    async def found(self, request: web.Request) -> SigningSession:
        token, now = request.match_info["token"], self.signatures.clock.now()
        session = await self.signatures.database.read(lambda s: s.signing.by_token(token))
        return open_session(session, now)

    def shown(
        self, lang: Lang, words: str, session: SigningSession | None = None, status: int = 200
    ) -> web.Response:
        def say(part: str) -> str:
            return escape(self.words.say(lang, f"signing-page.{part}"))

        text = PAGE.substitute(
            lang=lang,
            title=say("title"),
            text=escape(self.words.say(lang, words)),
            name=escape(session.wish.names[lang]) if session else "",
            hidden="" if session else "hidden",
            usage=USAGES[session.wish.purpose if session else "sign"],
            open=say("open"),
            sign=say("sign"),
            working=say("working"),
            done=say("done"),
            away=say("away"),
            declined=say("declined"),
        )
        return web.Response(text=text, content_type="text/html", headers=HEADERS, status=status)


def json(answer: Any, status: int = 200) -> web.Response:
    return web.Response(
        body=pack(answer), status=status, content_type="application/json", headers=NO_STORE
    )
