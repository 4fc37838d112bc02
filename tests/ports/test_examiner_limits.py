"""What the process that opens files may use, and how a file is known by its bytes."""

import subprocess
import sys
from pathlib import Path

import pytest

from adapters.papers.sniff import named_as_keys, sniffed
from tests.ports.test_examiner import P12

ROOT = Path(__file__).parents[2]

LIMITED = """
import os, time
from adapters.papers import child
child.CPU_SECONDS, child.WALL_SECONDS = 1, 2
def spin():
    while True: pass
acts = {"memory": lambda: bytearray(2**30), "sleep": lambda: time.sleep(30), "spin": spin,
    "write": lambda: os.write(os.memfd_create("x"), b"x"), "die": os.abort}
for name, act in acts.items():
    child.work = lambda header, body: (act(), child.packed({"done": name}))[1]
    print(name, child.apart(child.packed({})) == child.DIED)
child.work = lambda header, body: child.packed({"fine": 1})
print("fine", child.apart(child.packed({})) == child.DIED)
"""


def test_who_takes_too_much_is_ended_and_the_next_is_served() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    ended = ["memory True", "sleep True", "spin True", "write True", "die True", "fine False"]
    assert ran.stdout.splitlines() == ended


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (P12, "keys"),
        (b"\xfe\xed\xfe\xed" + bytes(30), "keys"),
        (b"-----BEGIN PRIVATE KEY-----\nMIG", "keys"),
        (b"\x30\x82\x01\x00\x02\x01\x03", "other"),
    ],
)
def test_a_store_of_keys_is_known_by_its_bytes(content: bytes, kind: str) -> None:
    assert sniffed(content) == kind


def test_a_store_of_keys_is_known_by_its_name() -> None:
    assert named_as_keys("GOSTKNCA_abc.P12", "")
    assert named_as_keys("key", "application/x-pkcs12")
    assert not named_as_keys("p12.pdf", "application/pdf")
