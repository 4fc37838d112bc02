"""Which links Telegram lets through, and how it writes them."""

import re

PARTS = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>[^/?#\s]*)(?P<rest>[/?#]\S*)?", re.IGNORECASE
)
USER = re.compile(r"tg://user\?id=(\d{1,19})", re.IGNORECASE)


class WrongLink(ValueError):
    """The link is refused; the text is Telegram's reason."""


def checked(link: str) -> str:
    """The link as Telegram stores it (`http://` and the first slash added). Raises WrongLink.

    As in Telegram a host without a dot (`localhost`) is refused: use 127.0.0.1.
    """
    link = link.strip()
    if re.match(r"(tg|ton):", link, re.IGNORECASE):
        return _checked_tg(link)
    found = PARTS.fullmatch(link)
    if found is None:
        raise WrongLink("Wrong HTTP URL")
    scheme = (found["scheme"] or "http").lower()
    if scheme not in {"http", "https"}:
        raise WrongLink("Unsupported URL protocol")
    return f"{scheme}://{_host(found['host'])}{_path(found['rest'] or '')}"


def mentioned_user(link: str) -> int | None:
    """The id in `tg://user?id=…`, if the link is one."""
    found = USER.fullmatch(link.strip())
    return int(found[1]) if found else None


def _checked_tg(link: str) -> str:
    scheme, _, rest = link.partition(":")
    rest = rest.removeprefix("//")
    if not rest or rest.lower().startswith("http"):
        raise WrongLink(f"Wrong {scheme.lower()} URL")
    return f"{scheme.lower()}://{rest}"


def _host(host: str) -> str:
    name = host.rpartition("@")[2]
    if not name:
        raise WrongLink("URL host is empty")
    bare, _, port = name.rpartition(":") if re.search(r":\d*$", name) else (name, "", "")
    if port and not 0 < int(port) < 65536:
        raise WrongLink("Wrong port number specified in the URL")
    if "." not in bare and not bare.startswith("["):
        raise WrongLink("Wrong HTTP URL")
    return host.lower()


def _path(rest: str) -> str:
    return rest if rest.startswith("/") else f"/{rest}"
