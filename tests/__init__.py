"""Everything we hold true. A package by name: a library of ours installs a `tests` of its own."""
