"""What people do, and what the bot gets to know of it."""

import struct

import pytest

from sandbox import media, membership, people, taps
from sandbox.chats import Chat
from sandbox.errors import CannotAct
from sandbox.params import Upload

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 1000, 500) + b"\x08\x02" * 60


@pytest.fixture
def last(started):
    return lambda: started.call("getUpdates", {})[-1]


def test_start_carries_its_payload(telegram):
    done = people.start(telegram.world, 102, "code-42")
    [update] = telegram.call("getUpdates", {})
    assert update["update_id"] == done["update_id"]
    assert update["message"]["text"] == "/start code-42"
    assert update["message"]["from"] == {
        "id": 102,
        "is_bot": False,
        "first_name": "Гүлнар",
        "last_name": "Сапарова",
        "language_code": "ru",
    }
    assert update["message"]["chat"]["type"] == "private"


def test_a_reply_carries_the_message_it_answers_but_not_the_one_before(world, call, last):
    first = people.say(world, 101, "бір")["message"]["message_id"]
    second = people.say(world, 101, "екі", reply_to=first)["message"]["message_id"]
    people.say(world, 101, "үш", reply_to=second)
    answered = last()["message"]["reply_to_message"]
    assert answered["text"] == "екі"
    assert "reply_to_message" not in answered


def test_ones_own_contact_answers_the_keyboard_that_asked(world, call, last):
    rows = {"keyboard": [[{"text": "нөмір", "request_contact": True}]], "one_time_keyboard": True}
    asked = call("sendMessage", chat_id=101, text="нөмір?", reply_markup=rows)
    people.contact(world, 101)
    message = last()["message"]
    assert message["contact"] == {
        "phone_number": "77000000001",
        "first_name": "Аружан",
        "last_name": "Сапарова",
        "user_id": 101,
    }
    assert message["reply_to_message"]["message_id"] == asked["message_id"]
    assert world.chats[101].keyboard is None


def test_someone_elses_card_has_their_id_and_a_strangers_has_none(world, call, last):
    people.contact(world, 101, of=102)
    assert last()["message"]["contact"]["user_id"] == 102
    people.contact(world, 101, of=0, phone="+77010000000")
    assert last()["message"]["contact"] == {
        "phone_number": "+77010000000",
        "first_name": "Бейтаныс",
    }


def test_a_photo_comes_in_sizes_and_can_be_fetched(world, started, last):
    media.upload(world, 101, "photo", Upload("я.png", "image/png", PNG), "менің /photo")
    message = last()["message"]
    assert [(s["width"], s["height"]) for s in message["photo"]] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert message["caption_entities"] == [{"type": "bot_command", "offset": 6, "length": 6}]
    got = started.call("getFile", {"file_id": message["photo"][-1]["file_id"]})
    assert got["file_path"].startswith("photos/file_")
    assert world.files.at(got["file_path"]).data == PNG


def test_what_is_no_picture_cannot_be_a_photo(world):
    with pytest.raises(CannotAct, match="send it as a document"):
        media.upload(world, 101, "photo", Upload("a.png", "image/png", b"MZ"))


@pytest.mark.parametrize("kind", ["document", "voice", "sticker", "video", "audio", "video_note"])
def test_other_files_come_as_their_kind(world, last, kind):
    media.upload(world, 101, kind, Upload("a.bin", "application/pdf", b"%PDF-1.7"))
    assert last()["message"][kind]["file_size"] == 8


def test_stickers_voice_and_places_come_too(world, last):
    for act, kind in (
        (media.sticker, "sticker"),
        (media.voice, "voice"),
        (media.location, "location"),
    ):
        act(world, 101)
        assert kind in last()["message"]


def test_an_album_shares_its_group(world, started):
    for name in "аб":
        media.upload(world, 101, "document", Upload(name, "text/plain", b"x"), album="7")
    updates = started.call("getUpdates", {})
    assert [u["message"]["media_group_id"] for u in updates] == ["7", "7"]


def test_an_edit_comes_as_an_edited_message(world, last):
    said = people.say(world, 101, "бір")["message"]["message_id"]
    people.edit(world, 101, said, "екі /help")
    edited = last()["edited_message"]
    assert (edited["message_id"], edited["text"]) == (said, "екі /help")
    assert edited["edit_date"] >= edited["date"]
    assert edited["entities"][0]["type"] == "bot_command"


def test_people_edit_only_their_own_words(world, call):
    sent = call("sendMessage", chat_id=101, text="х")["message_id"]
    with pytest.raises(CannotAct):
        people.edit(world, 101, sent, "у")


def test_a_forwarded_message_says_where_it_came_from(world, call, last):
    said = people.contact(world, 101, of=102)["message"]["message_id"]
    people.forward(world, 101, said)
    message = last()["message"]
    assert message["forward_origin"]["type"] == "user"
    assert message["forward_origin"]["sender_user"]["id"] == 101
    assert message["contact"]["user_id"] == 102
    kept = call("sendMessage", chat_id=101, text="құпия", protect_content=True)["message_id"]
    with pytest.raises(CannotAct, match="protected"):
        people.forward(world, 101, kept)


def test_blocking_tells_the_bot_and_closes_the_chat(world, last):
    membership.block(world, 101)
    change = last()["my_chat_member"]
    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"] == {
        "user": world.bot.user(),
        "status": "kicked",
        "until_date": 0,
    }
    with pytest.raises(CannotAct, match="unblock"):
        people.say(world, 101, "сәлем")
    membership.unblock(world, 101)
    assert last()["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert people.say(world, 101, "сәлем")["update_id"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("бәріне сәлем", False),
        ("/help", True),
        ("/help@otinim_sandbox_bot", True),
        ("/help@other_bot", False),
        ("@otinim_sandbox_bot сәлем", True),
    ],
)
def test_in_a_group_the_bot_hears_only_what_is_for_it(world, text, heard):
    done = people.say(world, 103, text, chat_id=-1001)
    assert (done["update_id"] is not None) is heard


def test_in_a_group_the_bot_hears_replies_to_it(world, call, last):
    sent = call("sendMessage", chat_id=-1001, text="сәлем")["message_id"]
    assert people.say(world, 103, "рахмет", chat_id=-1001, reply_to=sent)["update_id"]
    assert last()["message"]["chat"] == {
        "id": -1001,
        "title": "9 «Ә» сынып",
        "type": "group",
    }


def test_nobody_writes_where_they_are_not(world):
    world.chats[-5] = Chat(-5, "group", "басқа", [102])
    for chat_id in (-5, 102, 999):
        with pytest.raises(CannotAct) as caught:
            people.say(world, 101, "сәлем", chat_id=chat_id)
        assert caught.value.status == 404


def test_a_tap_asks_with_the_buttons_data_and_its_message(world, call, last):
    rows = {"inline_keyboard": [[{"text": "иә", "callback_data": "ок:1"}]]}
    sent = call("sendMessage", chat_id=101, text="х", reply_markup=rows)
    query, told = taps.tap(world, 101, sent["message_id"], 0, 0)
    update = last()
    assert update["update_id"] == told["update_id"]
    assert update["callback_query"]["id"] == query.id
    assert update["callback_query"]["data"] == "ок:1"
    assert update["callback_query"]["message"] == sent
    assert update["callback_query"]["from"]["id"] == 101


def test_taps_on_links_and_copies_stay_with_the_person(world, call):
    row = [
        {"text": "сайт", "url": "daryn.kz"},
        {"text": "код", "copy_text": {"text": "123"}},
        {"text": "жоқ", "disabled": {}},
    ]
    sent = call("sendMessage", chat_id=101, text="х", reply_markup={"inline_keyboard": [row]})
    assert taps.tap(world, 101, sent["message_id"], 0, 0) == (None, {"url": "http://daryn.kz/"})
    assert taps.tap(world, 101, sent["message_id"], 0, 1) == (None, {"copy": "123"})
    with pytest.raises(CannotAct, match="does nothing"):
        taps.tap(world, 101, sent["message_id"], 0, 2)
    with pytest.raises(CannotAct) as caught:
        taps.tap(world, 101, sent["message_id"], 1, 0)
    assert caught.value.status == 404
    assert started_empty(world)


def started_empty(world) -> bool:
    return not world.updates.pending


def test_a_forged_tap_may_be_about_anything(world, last):
    taps.tap_data(world, 102, 7, "чужое", chat_id=101)
    query = last()["callback_query"]
    assert query["from"]["id"] == 102
    assert query["message"]["date"] == 0
    assert query["data"] == "чужое"


def test_people_can_join_and_get_the_next_number(world):
    person = membership.join(world, {"first_name": "Нұрлан", "role": "parent"})
    assert (person.id, person.role) == (106, "parent")
    assert people.start(world, 106)["update_id"]
    with pytest.raises(CannotAct):
        membership.join(world, {"last_name": "Х"})


def test_a_deleted_message_keeps_its_place_but_not_its_words(world):
    said = people.say(world, 101, "құпия сөз")["message"]["message_id"]
    people.delete(world, 101, said)
    shown = world.view()["chats"][0]["messages"][-1]
    assert shown["deleted"] is True
    assert "құпия" not in str(shown)
