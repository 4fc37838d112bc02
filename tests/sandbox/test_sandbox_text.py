"""Words and entities: offsets in UTF-16 units, HTML with Telegram's complaints, found links."""

import contextlib
import html

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox import entities, people, wire
from sandbox.errors import ApiError
from sandbox.markup import parse_html
from sandbox.telegram import Telegram

UNHURRIED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def marks(source: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse_html(source).entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("жай сөз", "жай сөз", []),
        ("<b>Қош келдіңіз</b>", "Қош келдіңіз", [("bold", 0, 12)]),
        ("😀<i>ә</i>", "😀ә", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>😀😀</b>!", "😀😀!", [("bold", 0, 4)]),
        ("a &amp; b &lt;c&gt; &quot;", 'a & b <c> "', []),
        ("&nbsp;&#1178;&#x49a;", "&nbsp;ҚҚ", []),
        ("&amp", "&", []),
        ("<STRONG>x</strong >", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ('<span class="tg-spoiler">1234</span>', "1234", [("spoiler", 0, 4)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ("<pre><code class='language-py'>x</code></pre>", "x", [("pre", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source, text, expected):
    assert parse_html(source).text == text
    assert marks(source) == expected


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("Қа<br>", 'Unsupported start tag "br" at byte offset 4'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>x</i>",
            'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x_y>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "&#xd800;",
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units",
        ),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source, complaint):
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_a_link_gets_its_scheme_and_slash_and_a_wrong_one_leaves_only_words():
    [link] = parse_html('<a href="daryn.kz">x</a>').entities
    assert link["url"] == "http://daryn.kz/"
    assert parse_html('<a href="javascript:alert(1)">x</a>') == ("x", [])
    assert parse_html('<a href="http://localhost:80/">x</a>').entities == []


def test_a_link_decodes_references_in_its_address():
    [link] = parse_html('<a href="https://daryn.kz/?a=1&amp;b=2&x">x</a>').entities
    assert link["url"] == "https://daryn.kz/?a=1&b=2&x"


def test_a_mention_names_the_person_or_goes(call):
    url = '<a href="tg://user?id=%d">х</a>'
    known = call("sendMessage", chat_id=101, text=url % 102, parse_mode="HTML")
    assert known["entities"][0]["user"]["first_name"] == "Гүлнар"
    unknown = call("sendMessage", chat_id=101, text=url % 9, parse_mode="HTML")
    assert "entities" not in unknown


@UNHURRIED
@given(st.text())
def test_escaped_text_comes_back_whole(text):
    source = html.escape(text.encode("utf-8", "ignore").decode())
    assert html.unescape(source) == parse_html(source.replace("&#x27;", "'")).text


@UNHURRIED
@given(st.lists(st.text(alphabet="аәқ😀 <&\n", min_size=1), min_size=1, max_size=6))
def test_entities_cover_exactly_the_words_that_were_bold(words):
    source = "".join(f"<b>{html.escape(word)}</b>·" for word in words)
    parsed = parse_html(source)
    raw = parsed.text.encode("utf-16-le")
    cut = [raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])] for e in parsed.entities]
    assert [piece.decode("utf-16-le") for piece in cut] == words


@UNHURRIED
@given(st.text())
def test_html_of_anything_is_parsed_or_refused_but_never_breaks(text):
    with contextlib.suppress(ApiError):
        parse_html(text)


@UNHURRIED
@given(st.text(alphabet=st.characters(), max_size=50))
def test_a_persons_text_reaches_the_bot_as_it_was(text):
    telegram = Telegram()
    if not text:
        return
    people.say(telegram.world, 101, text)
    updates = wire.load(wire.dump(telegram.call("getUpdates", {})))
    assert updates[0]["message"]["text"] == text


def test_lone_surrogates_and_nul_survive_json():
    hostile = {"text": "a\ud800b\x00"}
    assert wire.load(wire.dump(hostile)) == hostile
    assert b"\\ud800" in wire.dump(hostile)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("😀 /help@otinim_sandbox_bot", [("bot_command", 3, 24)]),
        ("қара https://daryn.kz/a?b=1.", [("url", 5, 22)]),
        ("smart.daryn.kz ашылмайды", [("url", 0, 14)]),
        ("жазыңыз: oqushy@example.kz", [("email", 9, 17)]),
        ("+7 700 000 00 01 нөмірі", [("phone_number", 0, 16)]),
        ("@otinim_sandbox_bot #олимпиада", [("mention", 0, 19), ("hashtag", 20, 10)]),
        ("12.05.2009, 5/6, a@b, 1+1", []),
    ],
)
def test_telegram_marks_commands_links_and_addresses_by_itself(text, found):
    assert [(e["type"], e["offset"], e["length"]) for e in entities.found_in(text)] == found


def test_a_link_inside_code_is_not_marked(call):
    sent = call("sendMessage", chat_id=101, text="<code>a@b.kz</code>", parse_mode="HTML")
    assert [e["type"] for e in sent["entities"]] == ["code"]


def test_outer_space_goes_and_entities_move_with_the_text(call):
    sent = call("sendMessage", chat_id=101, text="\n  <b> ә </b> \n", parse_mode="HTML")
    assert sent["text"] == "ә"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


def test_control_letters_become_spaces_and_direction_marks_go(call):
    sent = call("sendMessage", chat_id=101, text="a\x00b\u202e<b>c</b>\r\nd", parse_mode="HTML")
    assert sent["text"] == "a bc\nd"
    assert sent["entities"] == [{"type": "bold", "offset": 3, "length": 1}]


def test_given_entities_are_kept_and_unknown_kinds_are_dropped(call):
    given_entities = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "sparkle", "offset": 0, "length": 1},
    ]
    sent = call("sendMessage", chat_id=101, text="😀!", entities=given_entities)
    assert sent["entities"] == given_entities[:1]


@pytest.mark.parametrize(
    ("offset", "length", "complaint"),
    [
        (1, 1, "entity begins in a middle of a UTF-16 symbol at byte offset 1"),
        (
            0,
            1,
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol"
            " at UTF-16 offset 1",
        ),
        (
            0,
            9,
            "entity beginning at UTF-16 offset 0 ends after the end of the text"
            " at UTF-16 offset 3",
        ),
        (-1, 1, "receive an entity with incorrect offset -1"),
        (0, -1, "receive an entity with incorrect length -1"),
    ],
)
def test_entities_that_cut_letters_are_refused(refusal, offset, length, complaint):
    given_entities = [{"type": "bold", "offset": offset, "length": length}]
    words = refusal("sendMessage", chat_id=101, text="😀!", entities=given_entities)
    assert words == f"Bad Request: {complaint}"
