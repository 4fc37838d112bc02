"""Yes and no, as people type them in Kazakh, Russian and English."""

from domain.text import clean, fold, readings

YES = frozenset(map(fold, (
    "иә", "ия", "йә", "да", "ага", "ок", "окей", "конечно", "әрине", "дұрыс", "верно", "yes",
    "y", "yeah", "yep", "ok", "okay", "sure",
)))  # fmt: skip
NO = frozenset(map(fold, (
    "жоқ", "жо", "нет", "не", "неа", "неверно", "no", "n", "nope",
)))  # fmt: skip
SIGNS = {
    "+": True, "✅": True, "👍": True, "✔": True, "👌": True,
    "-": False, "−": False, "–": False, "—": False, "❌": False, "👎": False,
}  # fmt: skip


def yes_or_no(raw: str) -> bool | None:
    """True for yes, False for no, None for anything else. Any keyboard: `lf` is да, `ytn` нет."""
    if (sign := SIGNS.get(clean(raw))) is not None:
        return sign
    for key in readings(raw):
        if key in YES or key in NO:
            return key in YES
    return None
