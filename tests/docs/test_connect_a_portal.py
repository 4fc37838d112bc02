"""docs/howto/connect-a-portal.md: its check of a report. Its commands are run by
test_pages_over_http.py."""

from typing import Any

from scheduler.callbacks import signature
from tests.docs.pages import ROOT, blocks

PAGE = (ROOT / "docs/howto/connect-a-portal.md").read_text("utf-8")


def of_kind(kind: str) -> list[str]:
    return [block.text for block in blocks(PAGE) if block.kind == kind]


def test_the_pages_check_of_a_report_believes_ours_and_no_other() -> None:
    page: dict[str, Any] = {}
    exec(of_kind("python")[0], page)  # noqa: S102 our own page
    key, body = "otl_key", b'{"request_id":"1"}'
    import time
    from hashlib import sha256

    now = str(int(time.time()))
    signed = signature(sha256(key.encode()).digest(), now, body)
    assert page["believable"](key, now, signed, body)
    assert not page["believable"](key, now, signed, body + b" ")
    assert not page["believable"]("otl_other", now, signed, body)
    old = str(int(now) - 400)
    assert not page["believable"](
        key, old, signature(sha256(key.encode()).digest(), old, body), body
    )
