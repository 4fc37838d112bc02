"""The conversation: updates in, screens out. Knows Telegram and the words, not SQL."""

import bot.models  # noqa: F401 before anybody imports aiogram, or all its models are built
