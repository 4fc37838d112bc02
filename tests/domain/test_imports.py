"""Tables that staff send: every cell that is wrong is named, and nothing of them is guessed."""

from dataclasses import dataclass

import pytest

from domain.errors import Refusal
from domain.imports import (
    MOST_BYTES,
    MOST_ERRORS,
    Column,
    Preview,
    Row,
    read_table,
)


@dataclass(eq=False)
class NoNumber(Refusal):
    text: str


@dataclass(eq=False)
class TooMany(Refusal): ...


def number(text: str) -> int:
    if not text.isdigit():
        raise NoNumber(text)
    return int(text)


def few(row: Row) -> None:
    if row["count"] > 100:
        raise TooMany


COLUMNS = (Column("place", str), Column("count", number), Column("note", str, optional=True))


def read(text: str) -> Preview:
    return read_table(text.encode(), COLUMNS, few)


def wrong(preview: Preview) -> list[tuple[int, str, str]]:
    return [(e.row, e.column, type(e.refusal).__name__) for e in preview.errors]


@pytest.mark.parametrize(
    "text",
    [
        "place,count\nА,1\nБ,2\n",
        "\ufeffplace;count\r\nА;1\r\n\r\nБ;2\r\n",
        "count,PLACE,colour\n1,А,red\n2,Б,\n",
        'place,count,note\n"А",1,\n  Б  , 2 ,\n',
    ],
)
def test_a_table_is_read_however_it_was_saved(text: str) -> None:
    preview = read(text)
    assert preview.sound
    assert [(r["place"], r["count"], r["note"]) for _, r in preview.rows] == [
        ("А", 1, None),
        ("Б", 2, None),
    ]


def test_every_wrong_cell_is_named_by_row_and_column() -> None:
    preview = read("place,count\n,x\nА,1\nБ\nВ,101\n")
    assert wrong(preview) == [
        (2, "place", "CellEmpty"),
        (2, "count", "NoNumber"),
        (4, "count", "CellEmpty"),
        (5, "", "TooMany"),
    ]
    assert [number for number, _ in preview.rows] == [3]
    assert not preview.sound


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"", "TableWithoutColumns"),
        (b"place,count\n\n,\n", "TableEmpty"),
        (b"place\nA\n", "TableWithoutColumns"),
        ("place,count\nҚала,1\n".encode("utf-16"), "TableNotUtf8"),
        ("place,count\nгород,1\n".encode("cp1251"), "TableNotUtf8"),
        (b"place,count\n" + b"A,1\n" * (MOST_BYTES // 4), "TableTooLarge"),
        (b"place,count\n" + b"A,1\n" * 20_001, "TableTooLong"),
        (b'place,count\n"' + b"A" * 200_000 + b'",1\n', "TableUnreadable"),
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(raw: bytes, refusal: str) -> None:
    preview = read_table(raw, COLUMNS)
    assert [name for _, _, name in wrong(preview)] == [refusal]
    assert preview.rows == ()


def test_a_wholly_wrong_table_is_not_told_line_by_line() -> None:
    assert len(read("place,count\n" + "A,x\n" * 1000).errors) == MOST_ERRORS
