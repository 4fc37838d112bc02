"""The bot's card and the pictures it sends: what people see, and sizes read from headers."""

import struct

import pytest

from sandbox import entities
from sandbox.files import picture_size
from sandbox.links import WrongLink, checked

START = {"command": "start", "description": "Бастау"}
HELP = {"command": "help", "description": "Көмек"}


def test_the_page_shows_the_commands_of_a_private_chat(world, call):
    call("setMyCommands", commands=[START], language_code="kk")
    call("setMyCommands", commands=[HELP])
    assert world.view()["bot"]["commands"] == {"": [HELP], "kk": [START]}
    call("setMyCommands", commands=[START], scope={"type": "all_private_chats"})
    assert world.view()["bot"]["commands"] == {"": [START]}


def test_commands_may_be_for_one_chat_or_one_member(call):
    one = {"type": "chat", "chat_id": 101}
    member = {"type": "chat_member", "chat_id": -1001, "user_id": 104}
    call("setMyCommands", commands=[START], scope=one)
    call("setMyCommands", commands='[{"command": "/help", "description": "Көмек"}]', scope=member)
    assert call("getMyCommands", scope=one) == [START]
    assert call("getMyCommands", scope=member) == [HELP]
    assert call("getMyCommands") == []


def test_a_menu_button_may_differ_in_one_chat(call):
    web_app = {"type": "web_app", "text": "Ашу", "web_app": {"url": "https://daryn.kz/"}}
    call("setChatMenuButton", menu_button=web_app, chat_id=101)
    assert call("getChatMenuButton", chat_id=101) == web_app
    assert call("getChatMenuButton") == {"type": "commands"}


def test_a_name_falls_back_to_the_one_without_a_language(world, call):
    call("setMyName", name="Өтінім")
    assert call("getMyName", language_code="ru") == {"name": "Өтінім"}
    assert call("getMe")["first_name"] == "Өтінім"


GIF = b"GIF89a" + struct.pack("<HH", 30, 20)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 30) + bytes(9)


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + body


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (GIF, (30, 20)),
        (JPEG, (30, 20)),
        (webp(b"VP8X", bytes(4) + b"\x1d\0\0\x13\0\0"), (30, 20)),
        (webp(b"VP8L", b"/" + (29 | 19 << 14).to_bytes(4, "little") + bytes(5)), (30, 20)),
        (webp(b"VP8 ", bytes(6) + struct.pack("<HH", 30, 20)), (30, 20)),
        (webp(b"VP8 ", b""), None),
        (b"\xff\xd8\xff", None),
        (GIF[:6] + bytes(4), None),
        (b"%PDF-1.7", None),
        (b"", None),
    ],
)
def test_a_pictures_size_is_read_from_its_header(data, size):
    assert picture_size(data) == size


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("HTTPS://Daryn.KZ/Aa?Q=1#f", "https://daryn.kz/Aa?Q=1#f"),
        ("daryn.kz?x=1", "http://daryn.kz/?x=1"),
        ("tg:resolve?domain=a", "tg://resolve?domain=a"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
    ],
)
def test_a_link_is_kept_in_one_form(link, kept):
    assert checked(link) == kept
    assert checked(kept) == kept


@pytest.mark.parametrize("link", ["", "a b.kz", "tg:", "http://x.kz:0/"])
def test_a_wrong_link_is_refused(link):
    with pytest.raises(WrongLink):
        checked(link)


def test_lone_surrogates_count_as_one_unit():
    assert entities.units("a\ud800😀") == 4
