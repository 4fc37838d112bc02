"""Makes `schools.csv`: schools that do not exist, to try the bot without a real list.

`python lists/invent_schools.py` gives the same file every time. Names follow the patterns in use;
places are real (KATO), so each school can be found through region, district and locality.
"""

import csv
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from domain.lists import Place, Places  # noqa: E402  (run as a script, from anywhere)

# Whose names schools bear: Kazakh, Russian in the genitive, English.
PEOPLE = (
    ("Абай", "Абая", "Abai"),
    ("Ы. Алтынсарин", "Ы. Алтынсарина", "Y. Altynsarin"),
    ("М. Әуезов", "М. Ауэзова", "M. Auezov"),
    ("Ш. Уәлиханов", "Ш. Уалиханова", "Sh. Ualikhanov"),
    ("Ж. Жабаев", "Ж. Жабаева", "Zh. Zhabayev"),
    ("С. Сейфуллин", "С. Сейфуллина", "S. Seifullin"),
    ("І. Жансүгіров", "И. Жансугурова", "I. Zhansugurov"),
    ("Б. Майлин", "Б. Майлина", "B. Mailin"),
    ("М. Жұмабаев", "М. Жумабаева", "M. Zhumabayev"),
    ("Ғ. Мүсірепов", "Г. Мусрепова", "G. Musrepov"),
    ("С. Мұқанов", "С. Муканова", "S. Mukanov"),
    ("А. Байтұрсынұлы", "А. Байтурсынулы", "A. Baitursynuly"),
    ("М. Өтемісұлы", "М. Утемисулы", "M. Utemisuly"),
    ("А. С. Пушкин", "А. С. Пушкина", "A. S. Pushkin"),
)
# Places with many schools: the olympiad's, the kindergarten portal's and the school portal's.
DENSE = {"611600000": 24, "111000000": 16, "551000000": 20, "613900000": 12, "117000000": 12}
IN_CITY, IN_DISTRICT, DISTRICTS_IN_REGION = 3, 4, 4


def main() -> None:
    places = Places.load(HERE / "kato.csv")
    with (HERE / "schools.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("id", "locality", "name_kk", "name_ru", "name_en", "languages", "kind"))
        table.writerows(schools(places, Random(2026)))  # noqa: S311  (nothing secret about it)


def schools(places: Places, dice: Random) -> Iterator[tuple[str, ...]]:
    for region in places.regions():
        districts = places.districts(region.kato)
        dense = [d for d in districts if d.kato in DENSE]
        some = dice.sample(districts, min(DISTRICTS_IN_REGION, len(districts)))
        for district in sorted({*dense, *some}, key=lambda d: d.kato):
            localities = [places.place(p.kato) for p in places.localities(district.kato)]
            yield from of_district(localities, DENSE.get(district.kato, IN_DISTRICT), dice)


def of_district(localities: list[Place], wanted: int, dice: Random) -> Iterator[tuple[str, ...]]:
    """A few in the city, if there is one, then one in each of some villages."""
    towns = [p for p in localities if p.kind in {"city", "quarter"}]
    villages = [p for p in localities if p.kind not in {"city", "quarter"}]
    many = wanted // 2 if wanted > IN_DISTRICT else IN_CITY
    for town in towns[:1]:
        yield from (of_town(town, number, dice) for number in range(1, many + 1))
    for village in islice(dice.sample(villages, len(villages)), wanted):
        yield of_village(village, dice)


def of_town(town: Place, number: int, dice: Random) -> tuple[str, ...]:
    kk, ru, en = dice.choice(PEOPLE)
    languages = dice.choice(("kk", "kk", "ru", "kk+ru", "kk+ru"))
    names, kind = dice.choice((
        ((f"№ {number} жалпы білім беретін мектеп", f"Общеобразовательная школа № {number}",
          f"Secondary School No. {number}"), "general"),
        ((f"{kk} атындағы № {number} мектеп", f"Школа № {number} имени {ru}",
          f"{en} School No. {number}"), "general"),
        ((f"{kk} атындағы № {number} мектеп-гимназия", f"Школа-гимназия № {number} имени {ru}",
          f"{en} Gymnasium No. {number}"), "gymnasium"),
        ((f"№ {number} мектеп-лицей", f"Школа-лицей № {number}", f"Lyceum No. {number}"),
         "lyceum"),
    ))  # fmt: skip
    return (f"{town.kato}-{number}", town.kato, *names, languages, kind)


def of_village(village: Place, dice: Random) -> tuple[str, ...]:
    kk, ru, en = dice.choice(PEOPLE)
    bare_kk, bare_ru, bare_en = village.name_kk, village.name_ru, village.name("en").split(" (")[0]
    languages = dice.choice(("kk", "kk", "kk", "ru", "kk+ru"))
    names, kind = dice.choice((
        ((f"{bare_kk} орта мектебі", f"Средняя школа {bare_ru}", f"{bare_en} Secondary School"),
         "general"),
        ((f"{kk} атындағы мектеп", f"Школа имени {ru}", f"{en} School"), "general"),
        ((f"{kk} атындағы орта мектеп", f"Средняя школа имени {ru}", f"{en} Secondary School"),
         "general"),
        ((f"{bare_kk} негізгі мектебі", f"Основная школа {bare_ru}", f"{bare_en} Basic School"),
         "basic"),
    ))  # fmt: skip
    return (f"{village.kato}-1", village.kato, *names, languages, kind)


if __name__ == "__main__":
    main()
