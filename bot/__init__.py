"""The conversation: updates in, screens out. Knows Telegram and the words, not SQL."""
