"""Calls the Bot API over plain HTTP and says what became of each call. aiogram's own session
costs 0.18 ms a call; this costs 0.06. The token is in every URL, so no error carries one."""

import asyncio
import base64
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from adapters.pack import pack

TIMEOUT: Final = 30.0
FETCH_TIMEOUT: Final = 35.0
"""For a whole file; with looking at it less than an update may be held (60 s, bot/talk.py)."""
CHUNK: Final = 64 * 1024
FOUND: Final = 200
TOO_BIG: Final = "file is too big"
CONNECT_TIMEOUT: Final = 5.0
SERVER_ERROR: Final = 500
TOO_MANY: Final = 429


class CallFailed(Exception):
    """A Bot API call that gave no result. `description` is Telegram's own, without the token."""

    def __init__(self, method: str, description: str) -> None:
        super().__init__(f"{method}: {description}")
        self.method = method
        self.description = description


class CallRefused(CallFailed):
    """Telegram said no, and would say no again (400, 403, 404, 409). `moved_to` is the chat that
    a group has become, if that is why."""

    def __init__(
        self, method: str, description: str, code: int, moved_to: int | None = None
    ) -> None:
        super().__init__(method, description)
        self.code = code
        self.moved_to = moved_to


class CallDelayed(CallFailed):
    """Telegram asks to wait `retry_after` seconds (429)."""

    def __init__(self, method: str, description: str, retry_after: int) -> None:
        super().__init__(method, description)
        self.retry_after = retry_after


class FileTooBig(CallFailed):
    """The file is larger than asked for, as declared or as it comes."""


class CallUnsure(CallFailed):
    """5xx, a timeout or a broken connection: it may or may not have been carried out."""


class Telegram:
    """One bot's way to its Bot API server, at `api` (https://api.telegram.org or a local one)."""

    def __init__(self, api: str, token: str) -> None:
        self.api = api.rstrip("/")
        self.base = f"{self.api}/bot{token}/"
        self.files = f"{self.api}/file/bot{token}/"
        self.session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Telegram":
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=128, keepalive_timeout=75),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT, sock_connect=CONNECT_TIMEOUT),
            auto_decompress=True,
        )
        return self

    async def __aexit__(self, *ended: object) -> None:
        if self.session is not None:
            await self.session.close()
            self.session = None

    async def call(self, method: str, params: Mapping[str, Any], wait: float = TIMEOUT) -> Any:
        """The `result` of a call. Raises CallRefused, CallDelayed or CallUnsure."""
        status, answer = await self.post(method, params, wait)
        if answer.get("ok"):
            return answer.get("result")
        description = str(answer.get("description", ""))
        code = int(answer.get("error_code", status))
        hints = answer.get("parameters") or {}
        if code == TOO_MANY:
            after = int(hints.get("retry_after", 1))
            raise CallDelayed(method, description, after)
        if code >= SERVER_ERROR or not code:
            raise CallUnsure(method, description)
        raise CallRefused(method, description, code, hints.get("migrate_to_chat_id"))

    async def fetch(self, file_id: str, most: int, wait: float = FETCH_TIMEOUT) -> bytes:
        """The content of a file somebody sent, of at most that many bytes. Raises FileTooBig,
        CallRefused, CallDelayed or CallUnsure."""
        try:
            async with asyncio.timeout(wait):
                return await self.fetched(file_id, most)
        except TimeoutError:
            raise CallUnsure("getFile", "TimeoutError") from None

    async def fetched(self, file_id: str, most: int) -> bytes:
        try:
            told = await self.call("getFile", {"file_id": file_id})
        except CallRefused as refused:
            if TOO_BIG in refused.description:
                raise FileTooBig("getFile", refused.description) from None
            raise
        if int(told.get("file_size") or 0) > most:
            raise FileTooBig("getFile", "declared")
        return await self.streamed(str(told.get("file_path", "")), most)

    async def streamed(self, path: str, most: int) -> bytes:
        """The file at a path Telegram named. The address holds the token, so nothing of aiohttp's
        own errors gets out (reliability.md B16)."""
        if self.session is None:
            raise RuntimeError("the connection to Telegram is not open")
        content = bytearray()
        try:
            async with self.session.get(
                URL(self.files + quote(path), encoded=True),
                headers=AS_IT_IS,
                allow_redirects=False,
            ) as response:
                if response.status != FOUND:
                    raise CallUnsure("getFile", f"status {response.status}")
                async for chunk in response.content.iter_chunked(CHUNK):
                    content += chunk
                    if len(content) > most:
                        raise FileTooBig("getFile", "received")
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as trouble:
            raise CallUnsure("getFile", type(trouble).__name__) from None
        return bytes(content)

    async def post(
        self, method: str, params: Mapping[str, Any], wait: float
    ) -> tuple[int, dict[str, Any]]:
        if self.session is None:
            raise RuntimeError("the connection to Telegram is not open")
        try:
            async with self.session.post(
                self.base + method,
                data=body(params),
                headers=None if uploads(params) else JSON,
                timeout=aiohttp.ClientTimeout(total=wait, sock_connect=CONNECT_TIMEOUT),
            ) as response:
                return response.status, read_answer(await response.read(), response.status)
        except (TimeoutError, aiohttp.ClientError, OSError) as trouble:
            raise CallUnsure(method, type(trouble).__name__) from None


AS_IT_IS: Final = {"Accept-Encoding": "identity"}
JSON: Final = {"Content-Type": "application/json"}


def upload(name: str, kind: str, content: bytes) -> dict[str, str]:
    """A file as a parameter of a call; `kind` is its MIME type."""
    return {"upload": name, "type": kind, "base64": base64.b64encode(content).decode()}


def uploads(params: Mapping[str, Any]) -> list[str]:
    """The parameters that are files: `{"upload": name, "type": MIME type, "base64": content}`."""
    return [key for key, value in params.items() if isinstance(value, dict) and "upload" in value]


def body(params: Mapping[str, Any]) -> bytes | aiohttp.FormData:
    """JSON, or a multipart form when there is a file to send."""
    files = uploads(params)
    if not files:
        return pack(params)
    form = aiohttp.FormData()
    for key, value in params.items():
        if key in files:
            form.add_field(
                key,
                base64.b64decode(value["base64"]),
                filename=value["upload"],
                content_type=value["type"],
            )
        else:
            form.add_field(key, value if isinstance(value, str) else pack(value).decode())
    return form


def read_answer(body: bytes, status: int) -> dict[str, Any]:
    """The answer as a dict; what is no JSON object counts as no answer."""
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = None
    if not isinstance(answer, dict):
        return {"ok": False, "error_code": status if status >= SERVER_ERROR else 0}
    return answer
