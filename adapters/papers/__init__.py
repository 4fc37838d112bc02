"""Papers from a phone: fetched, looked at in a process of its own, made small, kept sealed."""
