"""The real aiogram drives the sandbox and parses all it says."""

import struct

import aiogram.types
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    MenuButtonCommands,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    Update,
)

from bot import models
from sandbox import media, membership, people, taps
from sandbox.params import Upload

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 100, 50) + b"\x08\x02" * 60


@pytest.fixture(scope="module", autouse=True)
def every_model() -> None:
    """Our bot leaves most of aiogram's models unbuilt; whoever uses all of aiogram needs them."""
    for known in map(aiogram.types.__dict__.get, aiogram.types.__all__):
        if hasattr(known, "model_rebuild"):
            models.built(known)


@pytest.fixture
async def bot(client):
    session = AiohttpSession(api=TelegramAPIServer.from_base(client.sandbox.url))
    async with Bot("1:sandbox", session=session) as bot:
        yield bot


async def test_aiogram_sends_edits_and_deletes(bot, world):
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text="иә", callback_data="1", style="primary"),
                InlineKeyboardButton(text="код", copy_text=CopyTextButton(text="123")),
                InlineKeyboardButton(text="сайт", url="https://daryn.kz/"),
            ]
        ]
    )
    sent = await bot.send_message(101, "<b>ә</b>", parse_mode="HTML", reply_markup=keyboard)
    assert sent.html_text == "<b>ә</b>"
    assert sent.reply_markup.model_dump() == keyboard.model_dump()
    edited = await bot.edit_message_text("б", chat_id=101, message_id=sent.message_id)
    assert edited.text == "б"
    copied = await bot.copy_message(101, 101, sent.message_id)
    forwarded = await bot.forward_message(101, 101, sent.message_id)
    assert forwarded.forward_origin.sender_user.id == 1
    assert await bot.set_message_reaction(101, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert await bot.pin_chat_message(101, sent.message_id)
    assert (await bot.get_chat(101)).pinned_message.message_id == sent.message_id
    assert await bot.unpin_chat_message(101)
    assert await bot.delete_messages(101, [sent.message_id, copied.message_id])
    assert world.chats[101].entry(sent.message_id) is None


async def test_aiogram_sends_files_and_fetches_them(bot, started):
    photo = await bot.send_photo(101, BufferedInputFile(PNG, "a.png"), caption="сурет")
    document = await bot.send_document(101, BufferedInputFile(b"%PDF-", "a.pdf"))
    file = await bot.get_file(photo.photo[-1].file_id)
    assert (await bot.download(document.document)).read() == b"%PDF-"
    assert (await bot.download_file(file.file_path)).read() == PNG
    items = [InputMediaPhoto(media=BufferedInputFile(PNG, "b.png")) for _ in range(2)]
    album = await bot.send_media_group(101, items)
    assert album[0].media_group_id == album[1].media_group_id


async def test_aiogram_sets_up_the_bot(bot):
    assert (await bot.get_me()).username == "otinim_sandbox_bot"
    scope, commands = BotCommandScopeAllPrivateChats(), [BotCommand(command="a", description="б")]
    assert await bot.set_my_commands(commands, scope=scope, language_code="kk")
    [own] = await bot.get_my_commands(scope=scope, language_code="kk")
    assert (own.command, own.description) == ("a", "б")
    assert await bot.get_my_commands() == []
    assert await bot.delete_my_commands(scope=scope, language_code="kk")
    assert await bot.set_my_name("Өтінім", language_code="kk")
    assert (await bot.get_my_name(language_code="kk")).name == "Өтінім"
    assert await bot.set_my_description("сипат")
    assert (await bot.get_my_description()).description == "сипат"
    assert await bot.set_my_short_description("қысқа")
    assert (await bot.get_my_short_description()).short_description == "қысқа"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_chat_member(-1001, 103)).status == "member"
    assert await bot.send_chat_action(101, "typing")
    assert (await bot.get_webhook_info()).url == ""


async def test_aiogram_parses_every_update(bot, world):
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="нөмір", request_contact=True)]], is_persistent=True
    )
    asked = await bot.send_message(101, "нөмір?", reply_markup=keyboard)
    said = people.say(world, 101, "/start +77000000001 a@b.kz", reply_to=asked.message_id)
    people.contact(world, 101)
    people.contact(world, 101, of=0)
    people.edit(world, 101, said["message"]["message_id"], "басқа")
    people.forward(world, 101, said["message"]["message_id"])
    for kind in media.KINDS:
        media.upload(world, 101, kind, Upload("a.png", "image/png", PNG), "түсініктеме")
    media.location(world, 101)
    people.say(world, 103, "/help", chat_id=-1001)
    taps.tap_data(world, 101, asked.message_id, "x")
    taps.tap_data(world, 101, 999, "x")
    membership.block(world, 101)
    membership.unblock(world, 101)
    trees = [u.tree for u in world.updates.pending]
    parsed = [Update.model_validate(tree) for tree in trees]
    kinds = {p.event_type for p in parsed}
    assert kinds == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert parsed[1].message.contact.user_id == 101
    unknown = [extra for p in parsed for extra in (p.model_extra or {})]
    assert unknown == []
    assert [u.update_id for u in await bot.get_updates()] == [p.update_id for p in parsed]


async def test_aiogram_recognises_refusals(bot, client):
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(101, " ")
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(102, "х")
    await client.post("/sandbox/faults", [{"times": 1, "error": 429, "retry_after": 3}])
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(101, "х")
    assert caught.value.retry_after == 3
    await client.post("/sandbox/faults", [{"times": 1, "error": 502}])
    with pytest.raises(TelegramServerError):
        await bot.send_message(101, "х")


async def test_aiogram_answers_taps(bot, world):
    query, _ = taps.tap_data(world, 101, 1, "x")
    assert await bot.answer_callback_query(query.id, "иә", show_alert=True)
    assert query.answer == {"text": "иә", "alert": True, "url": ""}
