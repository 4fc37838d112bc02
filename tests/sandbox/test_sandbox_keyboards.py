"""Keyboards: what Telegram takes, what it refuses, and what it makes of them."""

import pytest

CALLBACK = {"text": "иә", "callback_data": "1"}
INLINE = "can't parse inline keyboard button: "
REPLY = "can't parse keyboard button: "


def inline(*buttons: object) -> dict[str, object]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline({"text": "х"}), INLINE + "Text buttons are unallowed in the inline keyboard"),
        (
            inline({"text": "х", "callback_data": ""}),
            INLINE + "Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"text": "х", "callback_data": "ә" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"callback_data": "x"}), INLINE + 'Can\'t find field "text"'),
        (inline({"text": 5, "url": "a.kz"}), INLINE + 'Field "text" must be of type String'),
        (
            inline({"text": "х", "callback_data": "x", "url": "a.kz"}),
            INLINE + "Exactly one action is allowed, found url and callback_data",
        ),
        (
            inline({"text": "х", "url": "ftp://a.kz"}),
            "inline keyboard button URL 'ftp://a.kz' is invalid: Unsupported URL protocol",
        ),
        (
            inline({"text": "х", "url": "http://localhost:8080/a"}),
            "inline keyboard button URL 'http://localhost:8080/a' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "х", "url": "https:///a"}),
            "inline keyboard button URL 'https:///a' is invalid: URL host is empty",
        ),
        (
            inline({"text": "х", "url": "http://a.kz:99999/"}),
            "inline keyboard button URL 'http://a.kz:99999/' is invalid:"
            " Wrong port number specified in the URL",
        ),
        (inline({"text": "х", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "х", "copy_text": {"text": "х" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({**CALLBACK, "style": "pink"}), INLINE + "Invalid button style specified"),
        (inline("х"), INLINE + "InlineKeyboardButton must be an Object"),
        (
            {"inline_keyboard": [CALLBACK]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"inline_keyboard": [[CALLBACK]] * 101}, "reply markup is too long"),
        ({"keyboard": ["х"]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"keyboard": [[5]]},
            REPLY + "KeyboardButton must be a String or an Object",
        ),
        ({"keyboard": [["х"] * 20] * 16}, "reply markup is too long"),
        (
            {"keyboard": [["х"]], "input_field_placeholder": "х" * 65},
            "input field placeholder is too long",
        ),
    ],
)
def test_a_wrong_keyboard_is_refused(refusal, markup, words):
    said = refusal("sendMessage", chat_id=101, text="х", reply_markup=markup)
    assert said == f"Bad Request: {words}"


def test_a_group_is_not_asked_for_phones(refusal):
    markup = {"keyboard": [[{"text": "нөмір", "request_contact": True}]]}
    said = refusal("sendMessage", chat_id=-1001, text="х", reply_markup=markup)
    assert said == "Bad Request: phone number can be requested in private chats only"


@pytest.mark.parametrize(
    "button",
    [
        {"text": "х", "callback_data": "ә" * 32},
        {"text": "х", "url": "http://127.0.0.1:8080/confirm?c=1"},
        {"text": "х", "url": "tg://resolve?domain=otinim"},
        {"text": "х", "copy_text": {"text": "х" * 256}},
        {"text": "х", "callback_data": "1", "style": "danger"},
        {"text": "х", "disabled": {}},
        {"text": "х", "switch_inline_query_current_chat": ""},
    ],
)
def test_a_right_button_is_kept_as_it_was(call, button):
    sent = call("sendMessage", chat_id=101, text="х", reply_markup=inline(button))
    assert sent["reply_markup"] == inline(button)


def test_an_empty_inline_keyboard_is_none(call):
    sent = call("sendMessage", chat_id=101, text="х", reply_markup={"inline_keyboard": [[]]})
    assert "reply_markup" not in sent


def test_a_reply_keyboard_stays_under_the_chat_until_removed(started, call):
    markup = {
        "keyboard": [["Ия", {"text": "нөмір", "request_contact": True}]],
        "resize_keyboard": True,
        "is_persistent": False,
        "input_field_placeholder": "жазыңыз",
    }
    sent = call("sendMessage", chat_id=101, text="х", reply_markup=markup)
    chat = started.world.chats[101]
    assert "reply_markup" not in sent
    assert chat.keyboard == {
        "keyboard": [[{"text": "Ия"}, {"text": "нөмір", "request_contact": True}]],
        "resize_keyboard": True,
        "input_field_placeholder": "жазыңыз",
    }
    call("sendMessage", chat_id=101, text="х", reply_markup={"remove_keyboard": True})
    assert chat.keyboard is None


def test_a_keyboard_goes_with_the_message_that_brought_it(started, call):
    sent = call("sendMessage", chat_id=101, text="х", reply_markup={"keyboard": [["Ия"]]})
    call("deleteMessage", chat_id=101, message_id=sent["message_id"])
    assert started.world.chats[101].keyboard is None
