"""Makes `kato.csv` of the register as published: `python lists/build.py kato_full.csv`.

Run when a new register comes out; the bot itself reads only the result. What is put right on the
way is listed in README.md beside this file.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent

# Letters of old Kazakh fonts, by the language of the column they stray into.
STRAY = {
    "kk": str.maketrans({"ќ": "қ", "Ќ": "Қ", "ў": "ұ", "ї": "ү", "ј": "ә", '"': None}),
    "ru": str.maketrans({"ќ": "к", "Ќ": "К", "ў": "у", "қ": "к", '"': None}),
}
# What a locality is, by its Russian mark, which is there more often than the Kazakh one.
MARKS = {"с.": "village", "п.": "settlement", "г.": "city", "ст.": "station"}
KAZAKH_MARK = re.compile(
    r"^а\.(?=\S)|\s(?:ат(?:ын)?\.\s?)?(?:а|с|к|қ|ст|ауылы|бекеті)\.?$|\sат\.ауыл$|(?<=\d)а\.$|с\.$"
)
RUSSIAN_MARK = re.compile(r"^(?:с|п|г|ст)\.\s*|\s(?:с|ст)\.$")


def main(source: str) -> None:
    english = dict(english_names())
    with (HERE / "kato.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("kato", "kind", "name_kk", "name_ru", "name_en"))
        for row in rows_of(Path(source)):
            code, kind, *names = place(row)
            spaced = (" ".join(name.split()) for name in names)
            table.writerow((code, kind, *spaced, english.get(code, "")))


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def english_names() -> Iterator[tuple[str, str]]:
    for row in rows_of(HERE / "regions.csv"):
        yield row["kato"], row["name_en"]
    for row in rows_of(HERE / "districts.csv"):
        kind = " (city)" if row["name_kk"].endswith("Қ.Ә.") else " District"
        yield row["kato"], row["name_en"].rstrip("'") + kind if row["name_en"] else ""


def place(row: dict[str, str]) -> tuple[str, str, str, str]:
    kk, ru = tidy(row["name_kk"], "kk"), tidy(row["name_ru"], "ru")
    match row["level"]:
        case "oblast":
            return row["kato"], *region(kk, ru)
        case "district":
            return row["kato"], *district(kk, ru)
        case _:
            return row["kato"], *locality(kk, ru)


def tidy(name: str, language: str) -> str:
    name = " ".join(name.translate(STRAY[language]).split())
    name = re.sub(r"\s\.$", ".", name)
    return re.sub(r"([аскп]\.[оаә])$", r"\1.", name)


def region(kk: str, ru: str) -> tuple[str, str, str]:
    if kk.endswith("қ."):
        return "capital", f"{kk.removesuffix(' қ.')} қаласы", f"город {ru.removeprefix('г.')}"
    return "region", kk, ru


def district(kk: str, ru: str) -> tuple[str, str, str]:
    if kk.endswith("Қ.Ә."):
        return "town", f"{kk.removesuffix(' Қ.Ә.')} қаласы", f"г. {ru.removesuffix(' Г.А.')}"
    kk = kk.replace("атын.ауданы", "ауданы")
    return "district", kk, ru.replace("Район", "район").replace("им.", "им. ")


def locality(kk: str, ru: str) -> tuple[str, str, str]:
    if kk.endswith(("а.о.", "ә.")):
        return "rural", re.sub(r"(атын\.|атындағы )", "", kk), ru.replace("им.", "им. ")
    if kk.endswith("ауданы"):
        return "quarter", kk, ru
    mark = next((m for m in MARKS if ru.startswith(m) or ru.endswith(f" {m}")), None)
    if mark is None:
        return "site", kk, ru
    ru = RUSSIAN_MARK.sub("", ru).replace("им.", "им. ").replace("  ", " ")
    kk = re.sub(r" атындағы$", "", KAZAKH_MARK.sub("", KAZAKH_MARK.sub("", kk)))
    return MARKS[mark], kk.strip(), ru.strip()


if __name__ == "__main__":
    main(sys.argv[1])
