"""A kept paper as staff open it in their private chat."""

from bot.render import Call
from bot.talk import Talk
from domain.papers import FileName


def document(talk: Talk, file: FileName, name: str, caption: str) -> Call:
    """Loaded when it is sent; it can't be passed on from the chat it was sent to."""
    return {
        "method": "sendDocument",
        "chat_id": talk.id,
        "document": {"upload": f"{name}.pdf", "type": "application/pdf", "kept": file},
        "caption": caption,
        "protect_content": True,
    }
