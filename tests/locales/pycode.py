"""How the code uses messages, read from its syntax trees: what it says, and what it must not."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from domain.errors import WORD_STARTS

KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\.[a-z-]+)?")
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
SENTENCE = re.compile(r"[^\W\d_]+[,;:]? [^\W\d_]+[,;:]? [^\W\d_]+|[^\W\d_]+ [^\W\d_]+[.!?]")
LOGGED = {"debug", "info", "warning", "error", "exception", "critical", "log"}


@dataclass(frozen=True, slots=True)
class Built:
    """Ids that the code puts together: each call of `call` makes those of `ids` with x put in,
    where x is its argument `keyword`, if it has that, or else its first one. One that is neither
    literal nor a constant makes none. Those of `maybe` may lack."""

    call: str
    ids: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    keyword: str = ""


@dataclass
class Code:
    """What was found in a tree of Python files."""

    strings: set[str] = field(default_factory=set)
    templates: set[str] = field(default_factory=set)  # f-strings, each value written as {}
    bases: dict[str, set[str]] = field(default_factory=dict)  # class: the names it inherits from
    fields: dict[str, set[str]] = field(default_factory=dict)  # class: its annotated names
    constants: dict[str, str] = field(default_factory=dict)  # NAME: its text
    calls: list[ast.Call] = field(default_factory=list)


def read_code(*folders: Path) -> Code:
    """What the files of the folders say; a folder may be one file."""
    code = Code()
    for folder in folders:
        for path in sorted(folder.rglob("*.py")) or [folder]:
            for node in spoken(ast.parse(path.read_text(encoding="utf-8"))):
                note(code, node)
    return code


def spoken(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but docstrings and what stands in a row of its own."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        yield child
        yield from spoken(child)


def note(code: Code, node: ast.AST) -> None:
    match node:
        case ast.Constant(value=str(value)):
            code.strings.add(value)
        case ast.JoinedStr():
            code.templates.add(template(node))
        case ast.ClassDef(name=name, body=body):
            code.bases[name] = {named(base) for base in node.bases}
            code.fields[name] = {
                item.target.id
                for item in body
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
            }
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
            code.constants[name] = value
        case ast.Call():
            code.calls.append(node)


def template(joined: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in joined.values)


def named(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def refusals(code: Code) -> set[str]:
    """Classes that inherit from Refusal, and that none inherits from in turn."""
    family, before = {"Refusal"}, set[str]()
    while family != before:
        before = set(family)
        family |= {name for name, bases in code.bases.items() if bases & family}
    parents = set().union(*code.bases.values())
    return family - parents - {"Refusal"}


def message_of(refusal: str) -> str:
    return WORD_STARTS.sub("-", refusal).lower()


def fields_of(code: Code, name: str) -> set[str]:
    own = code.fields.get(name, set())
    return own.union(*(fields_of(code, base) for base in code.bases.get(name, ())))


def required(code: Code, built: Collection[Built] = ()) -> set[str]:
    """Ids the code cannot do without."""
    made = {i.format(x) for rule in built for x in parts(code, rule) for i in rule.ids}
    return made | {message_of(name) for name in refusals(code)}


def parts(code: Code, rule: Built) -> Iterator[str]:
    for call in code.calls:
        if named(call.func) == rule.call:
            keywords = {k.arg: k.value for k in call.keywords}
            given = keywords.get(rule.keyword, *call.args[:1])
            yield from [x for x in [constant(code, given)] if x]


def constant(code: Code, node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return code.constants.get(named(node), "") if node else ""


def used(code: Code, ids: Collection[str], built: Collection[Built] = ()) -> set[str]:
    """Those of `ids` that the code says: as a literal, as a refusal, or put together."""
    maybe = {i.format(x) for rule in built for x in parts(code, rule) for i in rule.maybe}
    shapes = [shape(t) for t in code.templates if KEBAB.match(t.replace("{}", "x"))]
    said = (code.strings | required(code, built) | maybe) & set(ids)
    said |= {i for i in ids for s in shapes if s.fullmatch(i)}
    return said | {i for i in ids if owner(i) in said | maybe and ending(i) in endings(code)}


def endings(code: Code) -> set[str]:
    """`.label` of an f-string that gives any message's label."""
    return {t.rpartition("}")[2] for t in code.templates if re.search(r"\}\.[a-z-]+$", t)}


def shape(template_: str) -> re.Pattern[str]:
    """Matches what the f-string can give; one that begins with a value could give anything, so
    it matches nothing."""
    if template_.startswith("{}"):
        return re.compile(r"(?!)")
    return re.compile(re.escape(template_).replace(r"\{\}", r"[a-z0-9-]+"))


def owner(message: str) -> str:
    return message.partition(".")[0]


def ending(message: str) -> str:
    return message[len(owner(message)) :]


def unknown(code: Code, ids: Collection[str], *, allowed: Collection[str] = ()) -> list[str]:
    """Literals that look like ids, or like the end of ids put together, and aren't: misspelled,
    or not written yet."""
    looks = {s for s in code.strings if KEBAB.fullmatch(s)} - set(allowed)
    known = {*ids, *map(owner, ids)}
    ends = {i.split("-", n)[-1] for i in known for n in range(1, i.count("-") + 1)}
    return sorted(looks - known - ends)


def cyrillic_in(*folders: Path, allowed: Collection[str] = ()) -> list[str]:
    """Strings with Cyrillic letters, where the file isn't one of `allowed` (globs on its path)."""
    return [
        f"{path.parent.name}/{path.name}:{node.lineno} {node.value[:40]!r}"
        for path in sources(folders, allowed)
        for node in spoken(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CYRILLIC.search(node.value)
    ]


def sentences_in(*folders: Path, allowed: Collection[str] = ()) -> list[str]:
    """English sentences that could reach a person: all but those raised, asserted or logged."""
    return [
        f"{path.parent.name}/{path.name}:{node.lineno} {said[:40]!r}"
        for path in sources(folders, allowed)
        for node in reaching(ast.parse(path.read_text(encoding="utf-8")))
        if SENTENCE.search(said := said_by(node))
    ]


def said_by(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return template(node).replace("{}", "x")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def reaching(tree: ast.AST) -> Iterator[ast.expr]:
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Raise | ast.Assert) or is_aside(child):
            continue
        if isinstance(child, ast.Constant | ast.JoinedStr):
            yield child
        if not isinstance(child, ast.JoinedStr):
            yield from reaching(child)


def is_aside(node: ast.AST) -> bool:
    """A docstring, or a line for the log."""
    if not isinstance(node, ast.Expr):
        return False
    if isinstance(node.value, ast.Constant):
        return True
    call = node.value.value if isinstance(node.value, ast.Await) else node.value
    return isinstance(call, ast.Call) and named(call.func) in LOGGED


def sources(folders: Collection[Path], allowed: Collection[str]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            if not any(path.match(glob) for glob in allowed):
                yield path
