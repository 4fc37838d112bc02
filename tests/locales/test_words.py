"""The words are whole: every message in three languages, each used, none in Python. Each check is
first shown something bad, because a check that cannot fail checks nothing."""

from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from pycode import (
    Built,
    Code,
    cyrillic_in,
    fields_of,
    message_of,
    parts,
    read_code,
    refusals,
    required,
    sentences_in,
    unknown,
    used,
)
from wording import every_message, faults, mentioned_within, unused_terms

from adapters.ftl import read_folder, variables_of
from domain.documents import Kind as IssuedKind
from domain.documents import Status
from domain.papers import FaultKind
from domain.ports import LANGS
from domain.values.passwords import KINDS

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "locales"
SPEAKING = [ROOT / name for name in ("bot", "domain", "web", "scheduler")]
OURS = [*SPEAKING, ROOT / "app", ROOT / "adapters"]

SAYING = (
    "admission",
    "bulletin_words.py",
    "code_message.py",
    "desk_words.py",
    "documents/referrals.py",
    "notices.py",
    "place_words.py",
    "reminder_words.py",
    "voice.py",
)
"""Adapters that web, scheduler and bot speak through."""

# What people send that is no answer: `KINDS` of bot/handlers/lost.py, as messages name them.
UNREADABLE = (
    *("sticker", "voice", "audio", "video", "video-note", "animation", "location", "venue"),
    *("poll", "dice", "game", "story", "giveaway", "other"),
)
# Ids put together from parts: which call, with which part, gives which messages.
BUILT = (
    Built(
        "Field",
        ids=("ask-{}", "ask-{}.label"),
        maybe=("ask-{}.hint", "ask-{}.why", "ask-{}.example"),
        keyword="words",
    ),
    Built(
        "Form",
        ids=(),
        maybe=("form-{}.intro", "form-{}.left", "form-{}.check", "form-{}.send", "form-{}.go-on"),
    ),
    # Conversations that every cabinet has, made by domain/forms/cabinets.py.
    *(
        Built(call, ids=(), maybe=("form-{}.intro", "form-{}.left"))
        for call in ("signing_in", "resetting", "inviting")
    ),
)
# Said by code that these checks cannot follow (an id from a variable): kept short, with the place.
SAID_OTHERWISE = frozenset(
    (
        *(f"parts-{kind}" for kind in ("length", *KINDS)),  # bot/render.py, of PasswordLacks
        *(f"what-{kind}" for kind in UNREADABLE),  # bot/render.py, of NotReadable
        *("privacy-text", "terms-text"),  # bot/handlers/privacy.py, from the command
        "signing-organisation",  # app/signing.py, in every language
        # adapters/signing_card.py, by the state of the signature
        *(f"signing-card-{s}" for s in ("created", "requested", "shown")),
        *(f"signing-card-{s}" for s in ("signed", "expired", "cancelled")),
        *(f"signing-entry-{s}" for s in ("created", "expired", "cancelled")),
        *(f"button-signing-{b}" for b in ("open", "qr", "other", "drop", "again")),
        *(f"fault-{what}" for what in get_args(FaultKind)),  # bot/paper_screens.py
        *(f"fault-{what}.how" for what in get_args(FaultKind)),
        *(f"issued-{kind}" for kind in get_args(IssuedKind)),  # web/documents.py
        *(f"issued-as-{status}" for status in get_args(Status)),
        # adapters/documents/drawing.py
        *("document-head", "document-foot", "document-check"),
        *("page-document-often.title", "page-document-often.text"),
        *("page-document-unknown.title", "page-document-unknown.text"),
    )
)
# Kebab-case strings that are no messages: HTTP headers, a file, a tally.
NOT_MESSAGES = frozenset(
    {
        "utf-8",
        "utf-8-sig",
        "otinim-mydata.json",
        "otinim-signatures.zip",
        "no-referrer",
        "no-store",
        "no-account",
    }
)
# Messages that may read alike in two languages, or quote another one.
MAY_READ_ALIKE = frozenset(
    {"language-name-kk", "language-name-ru", "language-name-en", "ask-email.example"}
)
# Letters, names of months, abbreviations of places: data of the trade, not sentences.
MAY_HOLD_CYRILLIC = (
    "domain/text.py",
    "domain/keyboards.py",
    "domain/romanisation.py",
    "domain/values/*.py",
    "domain/lists.py",
    "domain/forms/lists.py",
    "adapters/phrases.py",
)
# Telegram's own error texts, to know them by.
MAY_HOLD_SENTENCES = ("scheduler/delivery.py",)

GOOD = {
    "kk": """-bot = Өтінім
hello = Сәлем, { $name }!
    .label = Атыңыз, { $name }
tries = { $n } рет, әлі де бар: { -bot }
""",
    "ru": """-bot = Отiнiм
hello = Здравствуйте, { $name }!
    .label = Ваше имя, { $name }
tries = { $n ->
    [one] { $n } попытка
    [few] { $n } попытки
   *[many] { $n } попыток
  }
""",
    "en": """hello = Hello, { $name }!
    .label = Your name, { $name }
tries = { $n } more tries
""",
}


def write(folder: Path, **texts: str) -> Path:
    for lang in LANGS:
        (folder / lang).mkdir(exist_ok=True)
        (folder / lang / "bot.ftl").write_text(GOOD[lang])
        (folder / lang / "more.ftl").write_text(texts.get(lang, ""))
    return folder


def three(text: str) -> dict[str, str]:
    return {lang: text.replace("LANG", f"{lang} words") for lang in LANGS}


def test_good_messages_have_no_faults(tmp_path: Path) -> None:
    assert faults(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("kk", "ru", "en", "fault"),
    [
        ("a = Ия", "a = Да", "", "en: a is missing"),
        ("a = Ия\n .b = Иә", "a = Да", "a = Yes\n .b = Yes", "ru: a.b is missing"),
        ("a = Жоқ", "a = Нет { $n }", "a = No", "a takes different arguments: kk ; ru n; en "),
        ("a = { b }", "a = Да", "a = Yes", "kk: a mentions b, which isn't there"),
        ("a = { -b }", "a = Да", "a = Yes", "kk: a mentions -b, which isn't there"),
        ("a = Ия", "a = Да", 'a = { DAYS("x") }', "en: a mentions DAYS, which isn't there"),
        ("a = Иә", "a = Very same words", "a = Very same words", "a is the same in ru and en"),
        ("a = { $d } күн", "a = { $d } дня", "a = { $d } день", "en: a is in another language"),
        ("a = Өтінім", "a = Өтінім", "a = Request", "ru: a is in another language"),
        ("a = Пришлите снимок документа целиком", "a = Да", "a = Yes",
         "kk: a is in another language"),
        ("a = { $d }ға", "a = { $d } до", "a = by { $d }", "kk: a has a suffix glued to a value"),
        ("a = { $d }-ға", "a = { $d } до", "a = by { $d }", "kk: a has a suffix glued to a value"),
        ("a = <b>{ $d }</b>-ға", "a = { $d } до", "a = by { $d }",
         "kk: a has a suffix glued to a value"),
        ("a = «{ $d }»ға", "a = { $d } до", "a = { $d }", "kk: a has a suffix glued to a value"),
        ("a = { $n ->\n *[other] { $n }ға\n }", "a = { $n } до", "a = by { $n }",
         "kk: a has a suffix glued to a value"),
        ("a = Құпия сөз қойыңыз", "a = Да", "a = Yes", "kk: a says «құпия сөз» for «құпиясөз»"),
        ("a = ЭЦП қойыңыз", "a = Да", "a = Yes", "kk: a says «эцп» for «ЭЦҚ»"),
        ("a = Мобильді МАБ үшін", "a = Да", "a = Yes",
         "kk: a says «мобильді маб» for «Мобильді азаматтар базасы (МАБ)»"),
        ("a = Толтырақ әңгіме", "a = Да", "a = Yes", "kk: a says «толтырақ» for «толығырақ»"),
        ("a = NSALayer іске қосыңыз", "a = Да", "a = Yes", "kk: a says «nsalayer» for «NCALayer»"),
    ],
)  # fmt: skip
def test_a_bad_message_is_found(tmp_path: Path, kk: str, ru: str, en: str, fault: str) -> None:
    found = faults(write(tmp_path, kk=f"{kk}\n", ru=f"{ru}\n", en=f"{en}\n"))
    assert fault in found


def test_what_is_fine_is_left_alone(tmp_path: Path) -> None:
    same = "a = Telegram\nb = { $n }/{ $all } · <b>{ $n }</b> { $n }%, { $n } - { $all }\n"
    assert faults(write(tmp_path, kk=same, ru=same, en=same)) == []
    alike = "c = Қазақша Русский English\n"
    folder = write(tmp_path, kk=alike, ru=alike, en=alike)
    assert faults(folder, allowed=frozenset({"c"})) == []
    assert faults(folder)
    ordinal = {"kk": "p = { $n }-бет\n", "ru": "p = Лист { $n }\n", "en": "p = Page { $n }\n"}
    assert faults(write(tmp_path, **ordinal)) == []


def test_terms_nobody_mentions_are_found(tmp_path: Path) -> None:
    folder = write(tmp_path, kk="-nobody = Ешкім\n")
    assert unused_terms(folder) == ["-nobody"]


CODE = '''"""Words like not-an-id in a docstring don't count."""
FORM = "apply"
FORMS = Form(FORM, (Field("iin", Iin()), Field("mail", Email(), words="email-again"),
    Field("code", Typed(), words=f"mail-code-{why}")))
class Low(Refusal):
    least: int
class TooLow(Low):
    """Has least from its parent."""
class NotMine(Exception): ...
def f(talk, f, day):
    """docstring-id"""
    talk.say("menu-title", day=day)
    talk.say(f"grade-{day}")
    talk.say(f"{f.message}.label")
    talk.say("menu-tilte")
'''


def code_of(tmp_path: Path, source: str) -> Code:
    (tmp_path / "some.py").write_text(source)
    return read_code(tmp_path)


def test_the_ids_a_program_needs_and_uses_are_found(tmp_path: Path) -> None:
    code = code_of(tmp_path, CODE)
    needed = required(code, BUILT)
    assert needed == {
        "ask-iin", "ask-iin.label", "ask-email-again", "ask-email-again.label", "too-low",
    }  # fmt: skip
    more = {"menu-title", "grade-1", "ask-iin.why", "form-apply.send"}
    unused = {"docstring-id", "not-mine", "low", "grade-1.why", "ask-mail", "label", "menu-titles"}
    assert used(code, needed | more | unused, BUILT) == needed | more


def test_an_attribute_is_used_where_any_messages_is(tmp_path: Path) -> None:
    code = code_of(tmp_path, CODE)
    ids = {"menu-title", "menu-title.label", "menu-title.other"}
    assert used(code, ids) == {"menu-title", "menu-title.label"}


def test_a_misspelled_id_is_found(tmp_path: Path) -> None:
    code = code_of(tmp_path, CODE)
    assert unknown(code, {"menu-title", "ask-email-again"}) == ["menu-tilte"]
    assert unknown(code, set()) == ["email-again", "menu-tilte", "menu-title"]


def test_only_refusals_that_are_raised_need_a_message(tmp_path: Path) -> None:
    code = code_of(tmp_path, CODE)
    assert refusals(code) == {"TooLow"}
    assert fields_of(code, "TooLow") == {"least"}


def test_a_sentence_in_python_is_found(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(
        '"""Docstrings may say: Өтінім."""\n'
        'text = "Өтінім"\n'
        'title = f"Сәлем, {text}"\n'
        'log.info("an update was parked")\n'
        'raise ValueError("this is for an engineer")\n'
        'reply(text="Please send it again")\n'
        'reply(f"Sent {text} again.")\n'
    )
    assert [line.split()[0][-8:] for line in cyrillic_in(tmp_path)] == ["bad.py:2", "bad.py:3"]
    assert [line.split()[0][-8:] for line in sentences_in(tmp_path)] == ["bad.py:6", "bad.py:7"]
    assert cyrillic_in(tmp_path, allowed=("bad.py",)) == []
    assert sentences_in(tmp_path, allowed=("bad.py",)) == []


# From here on: the real messages and the real code.


@cache
def ours() -> Code:
    return read_code(*SPEAKING, *(ROOT / "adapters" / name for name in SAYING))


@pytest.fixture(scope="module")
def ids() -> set[str]:
    """None yet: nothing to check."""
    return every_message(LOCALES)


def test_our_messages_have_no_faults() -> None:
    assert faults(LOCALES, allowed=MAY_READ_ALIKE) == []
    assert unused_terms(LOCALES) == []


def test_every_message_the_code_needs_is_there(ids: set[str]) -> None:
    assert not ids or sorted(required(ours(), BUILT) - ids) == []


def test_every_id_in_the_code_is_spelled_right(ids: set[str]) -> None:
    names = {part for rule in BUILT for part in parts(ours(), rule)}
    assert not ids or unknown(ours(), ids, allowed=NOT_MESSAGES | names) == []


def test_every_message_is_used(ids: set[str]) -> None:
    said = used(ours(), ids, BUILT) | mentioned_within(LOCALES) | SAID_OTHERWISE
    assert sorted(ids - said) == []


def test_a_refusal_has_every_argument_its_message_takes(ids: set[str]) -> None:
    code, messages = ours(), read_folder(LOCALES / "kk").messages
    short = {
        name: sorted(lacking)
        for name in refusals(code)
        if message_of(name) in messages
        and (lacking := variables_of(messages, message_of(name)) - fields_of(code, name))
    }
    assert short == {}


def test_no_sentence_for_people_is_in_python() -> None:
    assert cyrillic_in(*OURS, allowed=MAY_HOLD_CYRILLIC) == []
    assert sentences_in(*SPEAKING[2:], ROOT / "bot", allowed=MAY_HOLD_SENTENCES) == []
