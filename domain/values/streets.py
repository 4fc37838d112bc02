"""Streets and houses as registers and tables write them: in Kazakh or Russian, with or without the
word for street."""

import re

from domain.text import fold

# Words for street, avenue, lane, microdistrict and the like, folded as streets are.
GENERIC = frozenset(fold(
    "көшесі көше даңғылы даңғыл тұйығы өтпежолы бульвары шағын ауданы мкр ш/а ықшам ықшамауданы "
    "улица ул проспект пр пр-т переулок пер бульвар б-р микрорайон мкрн street st avenue ave lane"
).split())  # fmt: skip
HOUSE = re.compile(r"[0-9]+")


def street_key(street: str) -> str:
    """What is compared of a street: its own words, in any order."""
    words = fold(street).split()
    own = [word for word in words if word not in GENERIC]
    return " ".join(sorted(own or words))


def house_number(house: str) -> int | None:
    """`12А` and `12/1` are house 12."""
    found = HOUSE.search(house)
    return int(found[0]) if found and len(found[0]) < 6 else None
