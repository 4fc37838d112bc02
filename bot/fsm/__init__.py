"""Which conversation is open with whom: states, kept durably."""
