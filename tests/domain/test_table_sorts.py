"""A table is known by its first line; each sort says truly which columns it must have, and its own
sample can be sent back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.admission import rules
from app.lists import atlas, days_off, fill_sandbox
from domain import kindergarten_table, sittings_table, vacancy_table
from domain.admission import catchment_table, places_table
from domain.admission.desk import Officer, anywhere
from domain.bulletin_desk import Clerk
from domain.imports import Preview, TableNotUtf8, TableWithoutColumns
from domain.store import Store
from domain.table_sorts import Sort, TableOfNoSort, sort_of
from tests.domain.stores import NOW, opened
from tests.queue_town import kindergarten

OFFICER, CLERK = Officer("operator", anywhere), Clerk("operator", anywhere)
YEAR, RULES = NOW.year, rules(days_off())


def places(store: Store, raw: bytes) -> places_table.Planned:
    return places_table.plan(store, raw, OFFICER, RULES, RULES.season)


Read = Callable[[Store, bytes], Preview]
READ: Mapping[Sort, Read] = {
    kindergarten_table.SORT: lambda s, raw: kindergarten_table.preview(raw, atlas(), s, anywhere),
    vacancy_table.SORT: lambda s, raw: vacancy_table.preview(raw, s, CLERK, YEAR),
    places_table.SORT: lambda s, raw: places(s, raw).found,
    catchment_table.SORT: lambda s, raw: catchment_table.plan(s, raw, OFFICER).found,
    sittings_table.SORT: lambda s, raw: sittings_table.read_moves(s, raw, {}, NOW).found,
}
SAMPLES: Mapping[Sort, Callable[[Store], str]] = {
    kindergarten_table.SORT: lambda s: kindergarten_table.example(s, anywhere),
    vacancy_table.SORT: lambda s: vacancy_table.example(s, CLERK, YEAR),
    places_table.SORT: lambda s: places_table.example(s, OFFICER, RULES.season),
    catchment_table.SORT: lambda s: catchment_table.example(s, OFFICER),
    sittings_table.SORT: lambda s: sittings_table.example(s, NOW - timedelta(days=1)).replace(
        ";10:00;", ";11:00;"
    ).replace(";15:00;", ";16:00;"),
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        fill_sandbox(store, NOW, ZoneInfo("Asia/Almaty"))
        store.kindergartens.put([kindergarten()])
        yield store


def test_every_sort_is_known_by_its_columns_and_reads_its_sample(store: Store) -> None:
    for sort, read in READ.items():
        (fault,) = read(store, b"nothing\n1\n").errors
        assert isinstance(fault.refusal, TableWithoutColumns)
        assert fault.refusal.columns == ", ".join(sort.needed)
        sample = SAMPLES[sort](store).encode("utf-8-sig")
        assert sort_of(sample, READ) is sort
        found = read(store, sample)
        assert found.sound, found.errors
        assert found.rows
        for name in sort.optional:
            assert name in sample.decode().partition("\n")[0]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("school,grade,language,places", "school-places"),
        ("PLACES; Grade ;school;LANGUAGE", "school-places"),
        ("school,grade,places", "school-places"),
        ("kindergarten,group,kind,language,born_from,born_to,places", "vacancies"),
        ("school,locality,street_kk,side", "school-catchment"),
        ("id,locality,name_kk,address,languages,kinds,phone", "kindergartens"),
        ("event,stage,subject,date,time,reason", "moves"),
        ("school", None),
        ("name,phone", None),
        ("", None),
        ('"', None),
        ("school,locality,grade,places", "school-places"),
        ("id,locality,name_kk,languages", "kindergartens"),
    ],
)
def test_a_first_line_tells_which_table_it_is(header: str, kind: str | None) -> None:
    raw = f"{header}\n1,2,3,4,5,6,7\n".encode()
    if kind is not None:
        assert sort_of(raw, READ).kind == kind
        return
    with pytest.raises(TableOfNoSort):
        sort_of(raw, READ)


def test_what_is_no_text_has_no_first_line() -> None:
    with pytest.raises(TableNotUtf8):
        sort_of("school,grade".encode("utf-16"), READ)
