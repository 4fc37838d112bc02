"""The kindergarten queue in tables."""
