"""What Telegram refuses, the sandbox refuses in the same words."""

import pytest

from sandbox import membership, people
from sandbox.errors import ApiError

TEXT = {"chat_id": 101, "text": "х"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 101}, "Bad Request: message text is empty"),
        ({"chat_id": 101, "text": " \n\t "}, "Bad Request: message text is empty"),
        ({"chat_id": 101, "text": "ә" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": 101, "text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"text": "х"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 999, "text": "х"}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "х"}, "Bad Request: chat not found"),
        (
            {"chat_id": 102, "text": "х"},
            "Forbidden: bot can't initiate conversation with a user",
        ),
        ({"chat_id": 101, "text": "\ud800"}, "Bad Request: strings must be encoded in UTF-8"),
        ({**TEXT, "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        ({**TEXT, "reply_to_message_id": 77}, "Bad Request: message to be replied not found"),
        (
            {**TEXT, "reply_parameters": '{"message_id": 77}'},
            "Bad Request: message to be replied not found",
        ),
        (
            {**TEXT, "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        ({**TEXT, "reply_markup": "[]"}, "Bad Request: object expected as reply markup"),
    ],
)
def test_a_message_is_refused(refusal, params, words):
    assert refusal("sendMessage", **params) == words


def test_a_text_of_4096_letters_after_entities_passes(call):
    source = "<b>" + "ә" * 4096 + "</b>"
    assert len(call("sendMessage", chat_id=101, text=source, parse_mode="HTML")["text"]) == 4096


def test_a_blocked_bot_hears_so_until_it_is_let_in(started, refusal, call):
    membership.block(started.world, 101)
    assert refusal("sendMessage", **TEXT) == "Forbidden: bot was blocked by the user"
    membership.unblock(started.world, 101)
    assert call("sendMessage", **TEXT)


def test_a_deleted_account_is_told_from_a_block(started, refusal):
    membership.deactivate(started.world, 101)
    assert refusal("sendMessage", **TEXT) == "Forbidden: user is deactivated"


def test_refusals_carry_their_code(started):
    with pytest.raises(ApiError) as caught:
        started.call("sendMessage", {"chat_id": 102, "text": "х"})
    assert caught.value.envelope() == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot can't initiate conversation with a user",
    }


def test_editing_is_refused_for_what_is_not_there_not_own_or_not_new(started, call, refusal):
    heard = people.say(started.world, 101, "сәлем")["message"]["message_id"]
    sent = call("sendMessage", **TEXT)["message_id"]
    edit = {"chat_id": 101, "text": "х"}
    assert refusal("editMessageText", **edit) == (
        "Bad Request: message identifier is not specified"
    )
    assert refusal("editMessageText", message_id=999, **edit) == (
        "Bad Request: message to edit not found"
    )
    assert refusal("editMessageText", message_id=heard, **edit) == (
        "Bad Request: message can't be edited"
    )
    assert refusal("editMessageText", message_id=sent, **edit) == (
        "Bad Request: message is not modified: specified new message content and reply markup"
        " are exactly the same as a current content and reply markup of the message"
    )
    assert refusal("editMessageCaption", chat_id=101, message_id=sent, caption="y") == (
        "Bad Request: there is no caption in the message to edit"
    )


def test_an_edit_takes_only_inline_keyboards_and_drops_the_old_one(call, refusal):
    rows = {"inline_keyboard": [[{"text": "иә", "callback_data": "1"}]]}
    sent = call("sendMessage", **TEXT, reply_markup=rows)["message_id"]
    assert refusal(
        "editMessageReplyMarkup",
        chat_id=101,
        message_id=sent,
        reply_markup={"keyboard": [["a"]]},
    ) == ("Bad Request: inline keyboard expected")
    edited = call("editMessageText", chat_id=101, message_id=sent, text="у")
    assert edited["text"] == "у"
    assert "reply_markup" not in edited
    assert edited["edit_date"]


def test_deleting_is_refused_for_what_is_gone_or_older_than_two_days(started, call, refusal):
    sent = call("sendMessage", **TEXT)["message_id"]
    old = call("sendMessage", **TEXT)["message_id"]
    assert call("deleteMessage", chat_id=101, message_id=sent) is True
    gone = "Bad Request: message to delete not found"
    assert refusal("deleteMessage", chat_id=101, message_id=sent) == gone
    started.world.clock.offset_seconds += 49 * 3600
    too_old = "Bad Request: message can't be deleted"
    assert refusal("deleteMessage", chat_id=101, message_id=old) == too_old
    assert call("deleteMessages", chat_id=101, message_ids=[old, 999]) is True
    assert started.world.chats[101].entry(old)


def test_in_a_group_the_bot_deletes_only_its_own(started, call, refusal):
    theirs = people.say(started.world, 101, "/help", chat_id=-1001)["message"]["message_id"]
    own = call("sendMessage", chat_id=-1001, text="х")["message_id"]
    words = refusal("deleteMessage", chat_id=-1001, message_id=theirs)
    assert words == "Bad Request: message can't be deleted"
    assert call("deleteMessage", chat_id=-1001, message_id=own)


def test_forwarding_and_copying_refuse_what_is_gone_or_protected(call, refusal):
    kept = call("sendMessage", **TEXT, protect_content=True)
    assert kept["has_protected_content"] is True
    where = {"chat_id": 101, "from_chat_id": 101}
    for verb, past in (("forward", "forwarded"), ("copy", "copied")):
        gone = refusal(f"{verb}Message", message_id=999, **where)
        assert gone == f"Bad Request: message to {verb} not found"
        words = refusal(f"{verb}Message", message_id=kept["message_id"], **where)
        assert words == f"Bad Request: message can't be {past}"


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("setMyCommands", {"commands": "x"}, "can't parse commands JSON object"),
        ("setMyCommands", {"commands": {}}, None),
        (
            "setMyCommands",
            {"commands": [{"command": "Start", "description": "a"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a" * 33, "description": "a"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "x" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "x"}] * 101},
            "BOT_COMMANDS_TOO_MUCH",
        ),
        (
            "setMyCommands",
            {"commands": [], "language_code": "kaz"},
            "invalid language code specified",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        (
            "sendChatAction",
            {"chat_id": 101, "action": "sleep"},
            "wrong parameter action in request",
        ),
        ("pinChatMessage", {"chat_id": 101, "message_id": 99}, "message to pin not found"),
        (
            "pinChatMessage",
            {"chat_id": -1001, "message_id": 1},
            "not enough rights to manage pinned messages in the chat",
        ),
        (
            "setMessageReaction",
            {"chat_id": 101, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🧮"}]},
            "REACTION_INVALID",
        ),
        ("getChatMember", {"chat_id": -1001, "user_id": 5}, "PARTICIPANT_ID_INVALID"),
        ("sendPhoto", {"chat_id": 101}, "there is no photo in the request"),
        (
            "sendDocument",
            {"chat_id": 101, "document": "AgAD"},
            "wrong file identifier/HTTP URL specified",
        ),
        (
            "sendPhoto",
            {"chat_id": 101, "photo": "https://a.kz/a.png"},
            "failed to get HTTP URL content",
        ),
        (
            "setWebhook",
            {"url": "http://example.kz/"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            {"url": "https://example.kz/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
def test_other_methods_refuse_too(refusal, method, params, words):
    wanted = words or "expected an Array of BotCommand"
    if words is None:
        params = {"commands": {"command": "a"}}
    assert refusal(method, **params) == f"Bad Request: {wanted}"


def test_an_unknown_method_is_not_found(refusal):
    assert refusal("sendTelepathy") == "Not Found"


def test_a_query_is_answered_once_and_within_150_seconds(started, refusal, call):
    from sandbox import taps

    first, _ = taps.tap_data(started.world, 101, 1, "x")
    assert call("answerCallbackQuery", callback_query_id=first.id, text="жарайды")
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert refusal("answerCallbackQuery", callback_query_id=first.id) == too_old
    second, _ = taps.tap_data(started.world, 101, 1, "x")
    started.world.clock.offset_seconds += 151
    assert refusal("answerCallbackQuery", callback_query_id=second.id) == too_old
