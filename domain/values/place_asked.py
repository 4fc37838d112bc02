"""What people write when they want to know their place in a queue, in three languages."""

import re

from domain.text import clean, fold, readings

KEYS = frozenset(map(fold, (
    "кезек", "кезегі", "кезегім", "кезегіміз", "кезегімді", "кезекте", "кезектегі", "нешінші",
    "нешіншімін", "нешіншіміз", "очередь", "очереди", "queue",
)))  # fmt: skip
AROUND = frozenset(map(fold, (
    "мен", "менің", "біз", "біздің", "қазір", "қандай", "қалай", "қай", "қайда", "қашан", "келеді",
    "жетеді", "тұр", "тұрмын", "тұрмыз", "орын", "орны", "орным", "орнымыз", "орында", "орындамын",
    "жерде", "нөмір", "нөмірі", "нөмірім", "баламның", "балам", "балабақша", "балабақшаға",
    "я", "мы", "мне", "моя", "мое", "мой", "наша", "наше", "какая", "какой", "какое", "какие",
    "где", "когда", "подойдет", "дойдет", "в", "на", "по", "номер", "место", "у", "меня", "нас",
    "сейчас", "счету", "стою", "стоим", "стоит", "ребенок", "детский", "детсад", "сад", "садик",
    "i", "we", "am", "are", "is", "my", "our", "the", "in", "what", "whats", "where", "which", "a",
    "place", "position", "number", "now", "for", "kindergarten",
)))  # fmt: skip
WHOLE = frozenset(map(fold, (
    "орным қандай", "менің орным", "менің орным қандай", "қай жердемін", "мен қай жердемін",
    "орным қай жерде", "где я", "где мы", "где я сейчас", "какой я", "какая я", "какой я по счету",
    "какая я по счету", "какие мы по счету", "моё место", "какое моё место", "какое у меня место",
    "какой у меня номер", "where am i", "where are we", "where am i now", "what is my place",
    "what is my number", "what is my position", "whats my place", "my place", "my position",
    "where do i stand",
)))  # fmt: skip
LONGEST = 60
"""Longer texts are answers, or stories."""
NUMBERED = re.compile(r"[№#]\s*\d{6,12}")
"""Shorter ones are names of schools and kindergartens: `№ 7`."""

SIX = re.compile(r"[0-9]{6}")


def asks_place(raw: str) -> bool:
    """Whether all that was written is the question for a place. On any keyboard: `jxthtlm` is
    очередь. `жай кезек` is the name of a queue, and no question."""
    return len(raw) <= LONGEST and any(asked(key) for key in readings(raw))


def asked(key: str) -> bool:
    words = key.split()
    return key in WHOLE or (
        any(w in KEYS for w in words) and all(w in KEYS or w in AROUND for w in words)
    )


def is_numbered(raw: str) -> bool:
    """`№ 100003`: the number of some application, whatever is asked."""
    return NUMBERED.fullmatch(clean(raw)) is not None


def looks_numbered(raw: str) -> bool:
    """`100003`: six digits may be an application's number, if nothing else is asked for."""
    return SIX.fullmatch(clean(raw)) is not None
