"""Admission to schools in the chat: the way in, the form, the journal, staff's decisions."""
