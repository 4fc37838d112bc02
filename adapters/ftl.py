"""Fluent files read into patterns by name. Knows the files' syntax, not what is done with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor

Patterns = Mapping[str, ast.Pattern]
Mention = ast.MessageReference | ast.TermReference


class WordsBroken(ValueError):
    """A file of messages cannot be read, or gives one message twice. Names the file and line."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What a language's files hold: messages by `id` and `id.attribute`, terms by `-id` and
    `-id.attribute`."""

    messages: Patterns
    terms: Patterns
    body: tuple[ast.Message | ast.Term, ...]


def read_folder(folder: Path) -> Entries:
    """Every `*.ftl` in the folder; none is an empty language. Raises WordsBroken."""
    found: dict[str, tuple[Path, ast.Message | ast.Term]] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in read_file(path):
            name = name_of(entry)
            if name in found:
                raise WordsBroken(f"{path}: {name} is already in {found[name][0].name}")
            found[name] = path, entry
    body = tuple(entry for _, entry in found.values())
    patterns = {name: pattern for entry in body for name, pattern in patterns_of(entry)}
    return Entries(
        messages={n: p for n, p in patterns.items() if not n.startswith("-")},
        terms={n: p for n, p in patterns.items() if n.startswith("-")},
        body=body,
    )


def read_file(path: Path) -> Iterator[ast.Message | ast.Term]:
    text = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            line = text.count("\n", 0, start) + 1
            why = "; ".join(a.message or a.code or "" for a in entry.annotations)
            raise WordsBroken(f"{path}:{line}: {why}")
        if isinstance(entry, ast.Message | ast.Term):
            yield entry


def patterns_of(entry: ast.Message | ast.Term) -> Iterator[tuple[str, ast.Pattern]]:
    name = name_of(entry)
    if entry.value is not None:
        yield name, entry.value
    for attribute in entry.attributes:
        yield f"{name}.{attribute.id.name}", attribute.value


def name_of(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def mentioned(other: Mention) -> str:
    name = f"-{other.id.name}" if isinstance(other, ast.TermReference) else other.id.name
    return f"{name}.{other.attribute.name}" if other.attribute else name


class Names(visitor.Visitor):
    """What a pattern needs: its variables, the messages and terms it mentions, its functions."""

    def __init__(self, pattern: ast.Pattern) -> None:
        self.variables: set[str] = set()
        self.mentions: set[str] = set()
        self.functions: set[str] = set()
        self.visit(pattern)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.mentions.add(mentioned(node))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.mentions.add(mentioned(node))
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)


def variables_of(patterns: Patterns, message: str) -> frozenset[str]:
    """The arguments a message needs, also through the messages it mentions; a term's variables are
    its own. Raises KeyError for an unknown message."""
    names = Names(patterns[message])
    through = (variables_of(patterns, m) for m in names.mentions if not m.startswith("-"))
    return frozenset(names.variables).union(*through)
