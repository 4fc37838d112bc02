"""A local Telegram: the Bot API over HTTP, people to talk to, a mailbox and a clock that can be
moved.
"""
