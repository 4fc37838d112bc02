"""Names of months in Kazakh, Russian and English, in the forms people type them."""

from domain.text import fold

# One row a month: Kazakh, Russian (nominative, genitive), English.
NAMES = (
    ("қаңтар", "январь", "января", "january"),
    ("ақпан", "февраль", "февраля", "february"),
    ("наурыз", "март", "марта", "march"),
    ("сәуір", "апрель", "апреля", "april"),
    ("мамыр", "май", "мая", "may"),
    ("маусым", "июнь", "июня", "june"),
    ("шілде", "июль", "июля", "july"),
    ("тамыз", "август", "августа", "august"),
    ("қыркүйек", "сентябрь", "сентября", "september"),
    ("қазан", "октябрь", "октября", "october"),
    ("қараша", "ноябрь", "ноября", "november"),
    ("желтоқсан", "декабрь", "декабря", "december"),
)
KEYS = tuple(tuple(map(fold, names)) for names in NAMES)
SHORTEST = 3


def month_of(word: str) -> int | None:
    """1 to 12 for a month's name, its first three letters or more (`авг`, `sept`), or its Kazakh
    name with an ending (`тамызда`); None for any other word."""
    key = fold(word)
    if len(key) < SHORTEST:
        return None
    for number, names in enumerate(KEYS, start=1):
        if key.startswith(names[0]) or any(name.startswith(key) for name in names):
            return number
    return None
