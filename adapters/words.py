"""What the bot says, from `locales/<lang>/*.ftl`, in three languages. Knows words, not who hears.

fluent.runtime takes 25 µs for a message of one line, and a conversation step says several. So a
message is prepared when first said: plain text is kept as text, text with arguments as its pieces;
only choices (plurals) and terms with arguments are left to fluent.runtime.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import fluent.runtime.resolver
from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from adapters.ftl import Entries, Mention, mentioned, read_folder, variables_of
from adapters.phrases import ALMATY, Phrases
from domain.ports import LANGS, Lang

# The limit is against hostile messages. Ours are our own, but an argument may be a long answer.
fluent.runtime.resolver.MAX_PART_LENGTH = 100_000

Say = Callable[[Mapping[str, Any]], str]
Slot = tuple[str, Callable[[Any], str]]
Pieces = list[str | Slot]


class MissingWords(KeyError):
    """No such message in that language."""


class WordsMisused(ValueError):
    """The message cannot be said with these arguments. Names them, never their values."""


class Words:
    """Says messages. Moments are shown in the zone given at loading."""

    def __init__(self, voices: Mapping[Lang, "Voice"]) -> None:
        self._voices = voices
        self._known = {lang: voice.known for lang, voice in voices.items()}

    @classmethod
    def load(cls, folder: Path, zone: ZoneInfo = ALMATY) -> "Words":
        """Reads `<folder>/<lang>/*.ftl`. Raises WordsBroken."""
        voices = {lang: Voice(read_folder(folder / lang), Phrases(lang, zone)) for lang in LANGS}
        return cls(voices)

    def say(self, lang: Lang, message: str, /, **arguments: Any) -> str:
        """`message` is an id, or `id.attribute`. Numbers are quantities, aware datetimes moments;
        whatever else is an identifier comes as str. Raises MissingWords and WordsMisused."""
        known = self._known[lang].get(message)
        if known is None:
            known = self._voices[lang].prepare(message)
        return known if isinstance(known, str) else known(arguments)

    def has(self, message: str) -> bool:
        """Whether it can be said in every language."""
        return all(message in voice.entries.messages for voice in self._voices.values())

    def messages(self, lang: Lang) -> Iterator[str]:
        """Everything that can be said: `id`, `id.attribute`."""
        return iter(self._voices[lang].entries.messages)

    def arguments_of(self, lang: Lang, message: str) -> frozenset[str]:
        """The arguments a message needs, also through the messages it mentions."""
        messages = self._voices[lang].entries.messages
        if message not in messages:
            raise MissingWords(f"{message} in {lang}")
        return variables_of(messages, message)


class Voice:
    """The messages of one language; `known` are those said before."""

    def __init__(self, entries: Entries, phrases: Phrases) -> None:
        self.known: dict[str, str | Say] = {}
        self.entries = entries
        self.phrases = phrases
        self._functions = phrases.functions
        self._bundle = bundle(entries, phrases)

    def prepare(self, message: str) -> str | Say:
        if message not in self.entries.messages:
            raise MissingWords(f"{message} in {self.phrases.lang}")
        pieces = self._pieces(self.entries.messages[message])
        known = self._by_fluent(message) if pieces is None else joined(pieces, message)
        self.known[message] = known
        return known

    def _pieces(self, pattern: ast.Pattern) -> Pieces | None:
        """Text and slots in order; None if it takes more than putting values in."""
        pieces: Pieces = []
        for element in pattern.elements:
            more = self._piece(element)
            if more is None:
                return None
            pieces += more
        return pieces

    def _piece(self, element: ast.TextElement | ast.Placeable) -> Pieces | None:
        if isinstance(element, ast.TextElement):
            return [element.value]
        match element.expression:
            case ast.StringLiteral() as literal:
                return [literal.parse()["value"]]
            case ast.VariableReference() as variable:
                return [(variable.id.name, self.phrases.anything)]
            case ast.FunctionReference() as call:
                return self._call(call)
            case ast.MessageReference() | ast.TermReference() as other:
                return self._mention(other)
        return None

    def _call(self, call: ast.FunctionReference) -> Pieces | None:
        function = self._functions.get(call.id.name)
        match call.arguments:
            case ast.CallArguments(positional=[ast.VariableReference() as variable], named=[]):
                return [(variable.id.name, function)] if function else None
        return None

    def _mention(self, other: Mention) -> Pieces | None:
        name = mentioned(other)
        if name in self.entries.messages:
            return self._pieces(self.entries.messages[name])
        pieces = self._pieces(self.entries.terms[name]) if name in self.entries.terms else None
        # A term's variables are its own, not the message's: only plain terms are taken in.
        return pieces if pieces and all(isinstance(p, str) for p in pieces) else None

    def _by_fluent(self, message: str) -> Say:
        name, _, attribute = message.partition(".")
        entry = self._bundle.get_message(name)
        pattern = entry.attributes[attribute] if attribute else entry.value
        assert pattern is not None  # noqa: S101  prepare has found it among the patterns

        def say(arguments: Mapping[str, Any]) -> str:
            # A bool or None would pass for any other choice: let it be missing, if it is needed.
            needed = {k: v for k, v in arguments.items() if not isinstance(v, bool | None)}
            given = {k: v if native(v) else Given(v, self.phrases) for k, v in needed.items()}
            said, errors = self._bundle.format_pattern(pattern, given)
            if errors or not isinstance(said, str):
                raise WordsMisused(f"{message}: {', '.join(map(named, errors))}")
            return said

        return say


class Given(FluentType):
    """An argument that fluent.runtime would not take, or would show in its own way."""

    def __init__(self, value: object, phrases: Phrases) -> None:
        self.value = value
        self._phrases = phrases

    def format(self, locale: Locale) -> str:
        return self._phrases.anything(self.value)


def native(value: object) -> bool:
    return isinstance(value, str | int | float)


def joined(pieces: Pieces, message: str) -> str | Say:
    texts = [piece if isinstance(piece, str) else "" for piece in pieces]
    slots = [(at, *piece) for at, piece in enumerate(pieces) if not isinstance(piece, str)]
    if not slots:
        return "".join(texts)

    def say(arguments: Mapping[str, Any]) -> str:
        said = texts.copy()
        try:
            for at, name, read in slots:
                said[at] = read(arguments[name])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            # The cause may quote the argument, and so may its own text: only the name goes on.
            raise WordsMisused(f"{message}: {name} ({type(error).__name__})") from None
        return "".join(said)

    return say


def named(error: Exception) -> str:
    """fluent.runtime's reference errors hold names only; others may quote what was given."""
    return str(error) if isinstance(error, FluentReferenceError) else type(error).__name__


def bundle(entries: Entries, phrases: Phrases) -> FluentBundle:
    def unwrapped(function: Callable[[Any], str]) -> Callable[[Any], Any]:
        return lambda given: function(given.value if isinstance(given, Given) else given)

    functions = {name: unwrapped(function) for name, function in phrases.functions.items()}
    made = FluentBundle([str(phrases.locale).replace("_", "-")], functions, use_isolating=False)
    made.add_resource(ast.Resource(list(entries.body)))
    return made
