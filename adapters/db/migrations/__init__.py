"""Numbered changes of the tables, run at start under a lock."""
