"""Forms as data and one engine to walk them: answers in, questions out. No Telegram, no SQL."""
