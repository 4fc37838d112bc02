"""Makes `town/kindergartens.csv` and `town/queues.csv`: a town that does not exist in two that do,
to try the kindergarten queue without a real list.

`python lists/invent_town.py` gives the same files every time. Localities are real (KATO);
kindergartens, addresses, phones and how many wait are invented.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from domain.romanisation import romanised  # noqa: E402  (run as a script, from anywhere)

# Kazakh and Russian names that kindergartens of the country bear; English is spelled out.
NAMES = (
    ("Балапан", "Балапан"),
    ("Айгөлек", "Айголек"),
    ("Күншуақ", "Куншуак"),
    ("Бөбек", "Бобек"),
    ("Еркетай", "Еркетай"),
    ("Балдырған", "Балдырган"),
    ("Қарлығаш", "Карлыгаш"),
    ("Ақбота", "Акбота"),
    ("Алпамыс", "Алпамыс"),
    ("Жұлдыз", "Жулдыз"),
    ("Гүлдер", "Гулдер"),
    ("Алтын сақа", "Алтын сака"),
    ("Нұрсәуле", "Нурсауле"),
    ("Достық", "Достык"),
    ("Тұлпар", "Тулпар"),
    ("Қызғалдақ", "Кызгалдак"),
    ("Арай", "Арай"),
    ("Шаттық", "Шаттык"),
    ("Мерей", "Мерей"),
    ("Көктем", "Коктем"),
    ("Ертегі", "Ертеги"),
    ("Бәйтерек", "Байтерек"),
    ("Теремок", "Теремок"),
    ("Солнышко", "Солнышко"),
)
STREETS = (
    "Абай көшесі", "Әуезов көшесі", "Бейбітшілік көшесі", "Достық көшесі", "Жеңіс көшесі",
    "Желтоқсан көшесі", "Қонаев көшесі", "Тәуелсіздік көшесі", "Уәлиханов көшесі",
    "Сәтбаев көшесі", "Ақан сері көшесі", "Жамбыл көшесі",
)  # fmt: skip
TOWNS = (
    ("kokshetau", "111010000", 24, (53.2845, 69.3775), ("kk", "ru")),
    ("arys", "611610000", 14, (42.4312, 68.8075), ("kk", "kk")),
)
CORRECTIONAL, SANATORIUM = 7, 9
"""Every so many kindergartens have groups of that kind too."""
WAITING = {"111010000": {"kk": 62, "ru": 34}, "611610000": {"kk": 48, "ru": 7}}
"""About how many wait for a place at three, by language; other ages from the shares below."""
SHARES = {1: 0.35, 2: 1.0, 3: 0.9, 4: 0.4, 5: 0.15}


def main() -> None:
    dice = Random(2026)  # noqa: S311  (nothing secret about it)
    columns = (
        "id", "locality", "name_kk", "name_ru", "name_en", "address", "languages", "kinds",
        "phone", "latitude", "longitude",
    )  # fmt: skip
    write("kindergartens.csv", columns, kindergartens(dice))
    columns = (
        "locality", "kind", "language", "age", "out_of_turn", "first_priority", "general",
        "placed",
    )  # fmt: skip
    write("queues.csv", columns, queues(dice))


def write(name: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with (HERE / "town" / name).open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def kindergartens(dice: Random) -> Iterator[tuple[object, ...]]:
    phone = 77000000200
    for town, locality, count, (north, east), languages in TOWNS:
        for n, (kk, ru) in enumerate(NAMES[:count], 1):
            phone += 1
            spoken = "kk" if n == 1 else "+".join(sorted({languages[n % 2], languages[n % 3 % 2]}))
            kinds = ["general"]
            kinds += ["correctional"] if n % CORRECTIONAL == 0 else []
            kinds += ["sanatorium"] if n % SANATORIUM == 0 else []
            yield (
                f"{town}-{n:02d}", locality, kk, ru, romanised(kk),
                f"{dice.choice(STREETS)}, {dice.randint(2, 140)}", spoken, "+".join(kinds),
                f"+{phone}", round(north + dice.uniform(-0.022, 0.022), 5),
                round(east + dice.uniform(-0.03, 0.03), 5),
            )  # fmt: skip


def queues(dice: Random) -> Iterator[tuple[object, ...]]:
    """How many wait by age at the end of the year, and how many got a place in each of the last
    twelve months, the oldest first."""
    for locality, languages in WAITING.items():
        for language, most in languages.items():
            for age, share in SHARES.items():
                waiting = max(round(most * share * dice.uniform(0.8, 1.1)), 2)
                yield row(dice, locality, "general", language, age, waiting)
        yield row(dice, locality, "correctional", "kk", 3, dice.randint(4, 7))
    yield row(dice, "111010000", "sanatorium", "ru", 4, 3)


def row(
    dice: Random, locality: str, kind: str, language: str, age: int, waiting: int
) -> tuple[object, ...]:
    out, first = round(waiting * 0.05), round(waiting * 0.22)
    placed = [max(round(waiting * dice.uniform(0.02, 0.12)), 0) for _ in range(12)]
    general = waiting - out - first
    return locality, kind, language, age, out, first, general, " ".join(map(str, placed))


if __name__ == "__main__":
    main()
