"""Messages are said as written, with what they are given, and never half-said."""

from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.ftl import WordsBroken
from adapters.phrases import ZoneOutdated, assert_zone
from adapters.words import MissingWords, Words, WordsMisused
from domain.ports import LANGS, Lang

MOMENT = datetime(2026, 9, 5, 9, 35, tzinfo=UTC)  # 14:35 in Almaty, a Saturday
FTL = """
-bot = Otinim
-greeting = Hello, { $who }
plain = Words
lines =
    One
    two
braces = { "{" }x{ "}" }
hello = Hello, { $name }!
    .label = Name of { $name }
only-label =
    .label = Label
named = { -bot }: { hello }
greeted = { -greeting(who: "you") }
counted = { $n ->
    [one] { $n } attempt for { $name }
   *[other] { $n } attempts for { $name }
  }
exactly = { $n ->
    [0] none
   *[other] { hello }
  }
chosen = { $sex ->
    [male] he
   *[other] they
  }
day = { DAY($when) }
short = { SHORTDAY($when) }
time = { TIME($when) }
day-time = { DAYTIME($when) }
lasts = { DURATION($minutes) }
list = { LIST($items) }
bare = { $value }
day-among = { $n ->
   *[other] { DAY($when) }, { LIST($items) }
  }
"""
RU = """tries = { $n ->
    [one] { $n } попытка
    [few] { $n } попытки
   *[many] { $n } попыток
  }
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    folder = tmp_path_factory.mktemp("locales")
    for lang in LANGS:
        (folder / lang).mkdir()
        (folder / lang / "all.ftl").write_text(FTL)
    (folder / "ru" / "more.ftl").write_text(RU)
    return Words.load(folder)


def load(tmp_path: Path, text: str) -> Words:
    (tmp_path / "kk").mkdir()
    (tmp_path / "kk" / "bot.ftl").write_text(text)
    return Words.load(tmp_path)


@pytest.mark.parametrize(
    ("message", "arguments", "said"),
    [
        ("plain", {}, "Words"),
        ("lines", {}, "One\ntwo"),
        ("braces", {}, "{x}"),
        ("hello", {"name": "Әлия"}, "Hello, Әлия!"),
        ("hello.label", {"name": "Әлия"}, "Name of Әлия"),
        ("only-label.label", {}, "Label"),
        ("named", {"name": "Әлия"}, "Otinim: Hello, Әлия!"),
        ("greeted", {}, "Hello, you"),
        ("counted", {"n": 1, "name": "A"}, "1 attempt for A"),
        ("counted", {"n": 3, "name": "A"}, "3 attempts for A"),
        ("exactly", {"n": 0, "name": "A"}, "none"),
        ("exactly", {"n": 3, "name": "A"}, "Hello, A!"),
        ("chosen", {"sex": "male"}, "he"),
        ("hello", {"name": "A", "unused": None}, "Hello, A!"),
        ("chosen", {"sex": "male", "unused": None, "when": MOMENT}, "he"),
        ("bare", {"value": 999}, "999"),
        ("bare", {"value": 12_345}, "12,345"),
        ("bare", {"value": MOMENT}, "Saturday, 5 September 2026, 14:35"),
        ("bare", {"value": date(2026, 9, 5)}, "Saturday, 5 September 2026"),
        ("bare", {"value": ["a", "b"]}, "a and b"),
        ("day-among", {"n": 1, "when": MOMENT, "items": ["a"]}, "Saturday, 5 September 2026, a"),
    ],
)
def test_a_message_is_said(
    words: Words, message: str, arguments: dict[str, Any], said: str
) -> None:
    assert words.say("en", message, **arguments) == said
    assert words.say("en", message, **arguments) == said  # the second time from what is known


@pytest.mark.parametrize(
    ("message", "kk", "ru", "en"),
    [
        ("day", "2026 ж. 5 қыркүйек, сенбі", "суббота, 5 сентября 2026 г.",
         "Saturday, 5 September 2026"),
        ("short", "05.09.2026", "05.09.2026", "05.09.2026"),
        ("time", "14:35", "14:35", "14:35"),
        ("day-time", "2026 ж. 5 қыркүйек, сенбі, 14:35", "суббота, 5 сентября 2026 г., 14:35",
         "Saturday, 5 September 2026, 14:35"),
        ("lasts", "2 сағат 30 минут", "2 часа 30 минут", "2 hours 30 minutes"),
        ("list", "1, б және в", "1, б и в", "1, б and в"),
    ],
)  # fmt: skip
def test_days_times_durations_and_lists_read_well_in_each_language(
    words: Words, message: str, kk: str, ru: str, en: str
) -> None:
    given = {"when": MOMENT, "minutes": 150, "items": [1, "б", "в"]}
    assert [words.say(lang, message, **given) for lang in LANGS] == [kk, ru, en]


def test_kazakh_months_and_weekdays_are_all_right(words: Words) -> None:
    months = [words.say("kk", "day", when=date(2026, m, 1)).split()[3] for m in range(1, 13)]
    assert " ".join(months).replace(",", "") == (
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    )
    weekdays = [words.say("kk", "day", when=date(2026, 6, d)).split()[-1] for d in range(1, 8)]
    assert weekdays == [
        "дүйсенбі",
        "сейсенбі",
        "сәрсенбі",
        "бейсенбі",
        "жұма",
        "сенбі",
        "жексенбі",
    ]


@pytest.mark.parametrize(
    ("minutes", "ru"),
    [(0, "0 минут"), (1, "1 минута"), (60, "1 час"), (300, "5 часов"), (1381, "23 часа 1 минута")],
)
def test_durations_leave_out_what_is_nothing(words: Words, minutes: int, ru: str) -> None:
    assert words.say("ru", "lasts", minutes=minutes) == ru


@pytest.mark.parametrize(("items", "said"), [([], ""), (["a"], "a"), (("a", "b"), "a және b")])
def test_short_lists(words: Words, items: list[str], said: str) -> None:
    assert words.say("kk", "list", items=items) == said


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "попытка"), (2, "попытки"), (5, "попыток"), (11, "попыток"), (21, "попытка")],
)
def test_russian_counts_take_the_right_form(words: Words, n: int, said: str) -> None:
    assert words.say("ru", "tries", n=n) == f"{n} {said}"


def test_a_moment_is_shown_in_the_zone_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bot.ftl").write_text("at = { DAYTIME($when) }\n")
    words = Words.load(tmp_path, ZoneInfo("America/New_York"))
    late = datetime(2026, 9, 6, 2, 0, tzinfo=UTC)
    assert words.say("en", "at", when=late) == "Saturday, 5 September 2026, 22:00"


@given(st.text(), st.sampled_from(LANGS))
def test_what_a_person_wrote_is_shown_as_it_is(words: Words, name: str, lang: Lang) -> None:
    assert words.say(lang, "hello", name=name) == f"Hello, {name}!"
    assert words.say(lang, "exactly", n=2, name=name) == f"Hello, {name}!"


@given(st.datetimes(timezones=st.timezones()), st.sampled_from(LANGS))
def test_any_moment_can_be_said(words: Words, when: datetime, lang: Lang) -> None:
    if datetime(2, 1, 1, tzinfo=UTC) < when < datetime(9998, 1, 1, tzinfo=UTC):
        assert words.say(lang, "day-time", when=when).endswith(words.say(lang, "time", when=when))


@pytest.mark.parametrize(
    "message", ["", "nothing", "hello.nothing", "only-label", "-bot", "-bot.x"]
)
def test_missing_words_are_an_error_and_not_an_id_shown_to_a_person(
    words: Words, message: str
) -> None:
    with pytest.raises(MissingWords):
        words.say("en", message)
    assert not words.has(message)


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("hello", {}),
        ("hello", {"name": None}),
        ("hello", {"name": True}),
        ("hello", {"name": {"secret": 1}}),
        ("counted", {"n": 1}),
        ("counted", {"n": True, "name": "A"}),
        ("chosen", {"sex": None}),
        ("day", {"when": "secret"}),
        ("day", {"when": MOMENT.replace(tzinfo=None)}),
        ("day-among", {"n": 1, "when": "secret", "items": ["a"]}),
        ("list", {"items": "secret"}),
        ("lasts", {"minutes": "secret"}),
        ("lasts", {"minutes": None}),
    ],
)
def test_wrong_arguments_are_an_error_that_does_not_repeat_them(
    words: Words, message: str, arguments: dict[str, Any]
) -> None:
    with pytest.raises(WordsMisused) as caught:
        words.say("en", message, **arguments)
    assert "secret" not in str(caught.value)


def test_the_arguments_of_a_message_come_also_through_what_it_mentions(words: Words) -> None:
    assert words.arguments_of("en", "named") == {"name"}
    assert words.arguments_of("en", "counted") == {"n", "name"}
    assert words.arguments_of("en", "greeted") == set()
    assert words.arguments_of("en", "hello.label") == {"name"}
    with pytest.raises(MissingWords):
        words.arguments_of("en", "nothing")


def test_every_message_and_attribute_is_listed_and_terms_are_not(words: Words) -> None:
    listed = set(words.messages("en"))
    assert {"plain", "hello", "hello.label", "only-label.label"} <= listed
    assert not {"only-label", "-bot", "bot"} & listed
    assert words.has("hello.label")
    assert not words.has("tries")  # told in Russian only


def test_an_empty_or_missing_folder_has_no_words(tmp_path: Path) -> None:
    assert list(Words.load(tmp_path / "none").messages("kk")) == []


@pytest.mark.parametrize(
    ("text", "where"), [("a = x\n\nb = { $\n", "bot.ftl:3"), ("a = 1\na = 2\n", "a is already in")]
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(WordsBroken, match=where):
        load(tmp_path, text)


def test_long_answers_fit_into_any_message(words: Words) -> None:
    assert len(words.say("en", "exactly", n=2, name="x" * 5000)) == 5008


def test_the_machines_time_zones_know_the_change_of_2024() -> None:
    assert_zone()
    assert_zone(ZoneInfo("Europe/Berlin"))


def test_outdated_time_zones_are_refused_with_one_clear_line() -> None:
    six_hours = resources.files("tzdata.zoneinfo.Etc") / "GMT-6"
    with six_hours.open("rb") as file:
        outdated = ZoneInfo.from_file(file, key="Asia/Almaty")
    with pytest.raises(ZoneOutdated, match=r"is \+0600 here") as caught:
        assert_zone(outdated)
    assert "\n" not in str(caught.value)
