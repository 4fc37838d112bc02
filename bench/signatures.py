"""What one e-signature costs: RSA and GOST, each with its path, an OCSP answer and a list.

Authorities and lists are known after the first signature (`algorithms.KNOWN_TRUE`), so both the
first and the ones after it are measured."""

import time
from collections.abc import Callable

from gostcrypto import gosthash

from adapters.signatures import algorithms
from adapters.signatures.case import Case
from adapters.signatures.check import checked
from adapters.signatures.streebog import streebog
from tests.signatures.authority import NOW, Authority, ocsp_of, signed
from tests.signatures.cases import APPLICANT

DOCUMENT = b"%PDF-1.7" + bytes(60_000)
"""About an application with its fonts."""
TIMES = 8


def measure() -> None:
    for sort in ("rsa", "gost"):
        check = one_check(sort)
        algorithms.KNOWN_TRUE.clear()
        first = took(check) * 1e3
        mean = sum(took(check) for _ in range(TIMES)) / TIMES * 1e3
        print(f"signature check, {sort:<5} {mean:6.1f} ms    (the first {first:.0f} ms)")
    hashed("60 KB", DOCUMENT)
    hashed("1 MB", bytes(2**20))


def hashed(size: str, content: bytes) -> None:
    ours = took(lambda: streebog(64, content)) * 1e3
    theirs = took(lambda: gosthash.new("streebog512", data=bytearray(content)).digest()) * 1e3
    print(f"Streebog of {size:<5}  {ours:8.1f} ms    (gostcrypto {theirs:.0f} ms)")


def one_check(sort: str) -> Callable[[], object]:
    """Each time another person's key signs, as in life."""
    authority = Authority(sort)
    lists = authority.lists()[:1]
    people = [authority.person() for _ in range(TIMES + 1)]
    made = [(signed(who, DOCUMENT), [*lists, ocsp_of(who, authority.nca)]) for who in people]

    def check() -> object:
        cms, words = made.pop()
        return checked(Case(cms, DOCUMENT, APPLICANT, NOW), authority.trust, words)

    return check


def took(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    measure()
