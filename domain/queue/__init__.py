"""The kindergarten queue: who stands where, how a place is given, and what became of it. No
Telegram, no SQL."""
