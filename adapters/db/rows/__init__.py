"""The tables, a module for each sort of thing kept."""
