"""Tables that staff send (CSV): read by a list of columns, shown before anything is changed, all
or nothing, kept sealed until somebody says yes, and carried out once.

A stream with a table of its own says its columns and what a row means:

    COLUMNS = (
        Column("kindergarten", read_kindergarten),
        Column("vacancies", read_count),
        Column("note", str, optional=True),
    )
    preview = read_table(raw, COLUMNS)
    if preview.sound:
        number = keep(store, "vacancies", raw, organisation=..., area=..., by=..., now=now)
    ...
    raw = confirm(store, number, "vacancies", by=..., now=now)   # once; then read it anew

A reader takes the cell's tidied text and answers its value, or raises a Refusal, which is shown
beside the row's number and the column's name. What depends on several cells, or on the database,
is a `check` of the whole row.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from domain.errors import Refusal
from domain.store import Store
from domain.text import clean

ImportId = NewType("ImportId", int)
MOST_BYTES = 2 * 1024 * 1024
"""A school's day of vacancies is a hundred lines; a country's kindergartens are 11,000."""
MOST_ROWS = 20_000
MOST_ERRORS = 100
"""More are not looked for: a table with so many is the wrong table."""
SEPARATORS = (",", ";")

Row = Mapping[str, Any]
"""The values of a line by column."""


@dataclass(eq=False)
class TableTooLarge(Refusal):
    """More than `most` KiB."""

    most: int


@dataclass(eq=False)
class TableNotUtf8(Refusal):
    """The file is not text in UTF-8; table programs save so when asked for "CSV UTF-8"."""


@dataclass(eq=False)
class TableNotCsv(Refusal):
    """A file of a table program; it can save a table as CSV."""


@dataclass(eq=False)
class TableEmpty(Refusal):
    """There is no line under the names of the columns."""


@dataclass(eq=False)
class TableWithoutColumns(Refusal):
    """The first line doesn't name these columns."""

    columns: str


@dataclass(eq=False)
class TableTooLong(Refusal):
    """More than `most` lines."""

    most: int


@dataclass(eq=False)
class TableUnreadable(Refusal):
    """No cells can be made out on this line."""


@dataclass(eq=False)
class CellEmpty(Refusal):
    """The column must have a value."""


@dataclass(eq=False)
class ImportGone(Refusal):
    """The table was confirmed or dropped already, or waited too long."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the first line (any case), and how its cells are read. One that is
    `optional` may be missing or empty; its value is then None."""

    name: str
    read: Callable[[str], Any]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong: the line as a table program numbers it, and the column; line 1 is the names
    of the columns, 0 the file."""

    row: int
    column: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table says: the rows that are right with their numbers, and what is wrong with the
    others."""

    rows: Sequence[tuple[int, Row]] = ()
    errors: Sequence[RowError] = ()

    @property
    def sound(self) -> bool:
        """All or nothing: only a table without errors is carried out."""
        return not self.errors


@dataclass(frozen=True, slots=True)
class Import:
    """A table that waits for a yes. `by` is who sent it, as the audit says."""

    id: ImportId
    kind: str
    organisation: str
    area: str
    by: str
    sent: datetime
    raw: bytes = field(repr=False)


def read_table(
    raw: bytes,
    columns: Sequence[Column],
    check: Callable[[Row], None] = lambda row: None,
) -> Preview:
    """Reads a table: UTF-8 with or without BOM, cells between commas or semicolons, columns in
    any order, others let be, empty lines passed over. `check` looks at a whole row, in order, and
    may raise a Refusal."""
    try:
        lines = list(lines_of(raw, columns))
    except Refusal as refusal:
        return Preview(errors=(RowError(0, "", refusal),))
    except Unreadable as trouble:
        return Preview(errors=(RowError(trouble.line, "", TableUnreadable()),))
    rows: list[tuple[int, Row]] = []
    errors: list[RowError] = []
    for number, cells in lines:
        row, wrong = read_row(number, cells, columns, check)
        errors.extend(wrong)
        if not wrong:
            rows.append((number, row))
        if len(errors) >= MOST_ERRORS:
            break
    return Preview(tuple(rows), tuple(errors[:MOST_ERRORS]))


@dataclass(frozen=True)
class Unreadable(Exception):
    """The csv module gave up on a line."""

    line: int


def lines_of(raw: bytes, columns: Sequence[Column]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Tidied cells by column with the number of their line. Raises what is wrong with all of
    it."""
    text = text_of(raw)
    table = csv.reader(text.splitlines(), delimiter=separator(text))
    found = 0
    try:
        names = [clean(cell).lower() for cell in next(table, [])]
        missing = [c.name for c in columns if not c.optional and c.name.lower() not in names]
        if missing:
            raise TableWithoutColumns(", ".join(missing))
        for cells in table:
            tidied = [clean(cell) for cell in cells]
            if any(tidied):
                found += 1
                yield table.line_num, dict(zip(names, tidied, strict=False))
            if found > MOST_ROWS:
                raise TableTooLong(MOST_ROWS)
    except csv.Error:
        raise Unreadable(table.line_num) from None
    if not found:
        raise TableEmpty


def text_of(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise TableTooLarge(MOST_BYTES // 1024)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableNotUtf8 from None
    if "\x00" in text:
        raise TableNotUtf8  # UTF-16, or no text at all
    return text


def separator(text: str) -> str:
    """Whichever stands oftener in the first line; table programs set to Kazakh or Russian write
    semicolons."""
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def read_row(
    number: int, cells: Mapping[str, str], columns: Sequence[Column], check: Callable[[Row], None]
) -> tuple[Row, list[RowError]]:
    row: dict[str, Any] = {}
    errors: list[RowError] = []
    for c in columns:
        try:
            row[c.name] = read_cell(c, cells.get(c.name.lower(), ""))
        except Refusal as refusal:
            errors.append(RowError(number, c.name, refusal))
    if not errors:
        try:
            check(row)
        except Refusal as refusal:
            errors.append(RowError(number, "", refusal))
    return row, errors


def read_cell(column: Column, text: str) -> Any:
    if text:
        return column.read(text)
    if column.optional:
        return None
    raise CellEmpty


def keep(
    store: Store, kind: str, raw: bytes, *, organisation: str, area: str, by: str, now: datetime
) -> ImportId:
    """Keeps a table, sealed, until `confirm` or `drop`."""
    return store.imports.keep(kind, raw, organisation, area, by, now)


def confirm(store: Store, number: ImportId, kind: str, *, by: str, now: datetime) -> Import:
    """The table, to be carried out in this very transaction: nobody else gets it any more. Raises
    ImportGone. Whoever carries it out writes the audit, with counts and no content."""
    found = store.imports.end(number, kind, by, now, confirmed=True)
    if found is None:
        raise ImportGone
    return found


def drop(store: Store, number: ImportId, kind: str, *, by: str, now: datetime) -> None:
    """Forgets a table that was not confirmed. Raises ImportGone."""
    if store.imports.end(number, kind, by, now, confirmed=False) is None:
        raise ImportGone
