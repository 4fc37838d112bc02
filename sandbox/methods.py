"""The table of Bot API methods: a name in lower case, and the function that does it."""

from collections.abc import Callable
from typing import Any

from sandbox import editing, intake, introducing, sending, talking
from sandbox.params import Params
from sandbox.world import World

Method = Callable[[World, Params], Any]

_NAMED: dict[str, Method] = {
    "getUpdates": intake.updates,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.webhook_info,
    "getMe": introducing.me,
    "setMyCommands": introducing.set_commands,
    "getMyCommands": introducing.commands,
    "deleteMyCommands": introducing.delete_commands,
    "setMyName": introducing.set_name,
    "getMyName": introducing.name,
    "setMyDescription": introducing.set_description,
    "getMyDescription": introducing.description,
    "setMyShortDescription": introducing.set_short_description,
    "getMyShortDescription": introducing.short_description,
    "setChatMenuButton": introducing.set_menu_button,
    "getChatMenuButton": introducing.menu_button,
    "sendMessage": sending.message,
    "sendPhoto": sending.photo,
    "sendDocument": sending.document,
    "sendMediaGroup": sending.media_group,
    "forwardMessage": sending.forward,
    "copyMessage": sending.copy,
    "editMessageText": editing.text,
    "editMessageCaption": editing.caption,
    "editMessageReplyMarkup": editing.reply_markup,
    "deleteMessage": editing.delete,
    "deleteMessages": editing.delete_many,
    "answerCallbackQuery": talking.answer_query,
    "getFile": talking.file,
    "sendChatAction": talking.action,
    "getChat": talking.chat,
    "getChatMember": talking.member,
    "pinChatMessage": talking.pin,
    "unpinChatMessage": talking.unpin,
    "unpinAllChatMessages": talking.unpin_all,
    "setMessageReaction": talking.react,
}
METHODS: dict[str, Method] = {name.lower(): method for name, method in _NAMED.items()}
NAMES: dict[str, str] = {name.lower(): name for name in _NAMED}
PACED = {
    name.lower()
    for name in _NAMED
    if name.startswith(("send", "forward", "copy", "editMessage")) and name != "sendChatAction"
}
