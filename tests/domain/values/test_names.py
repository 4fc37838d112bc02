import pytest

from domain.values.names import (
    FullName,
    FullNameManyWords,
    FullNameOneWord,
    Name,
    NameEmpty,
    NameMixedLetters,
    NameTooLong,
    NameWithDigits,
    NameWrongCharacter,
    none_said,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Айгерім", "Айгерім"),
        ("  Айгерім\u200f ", "Айгерім"),
        ("АЙГЕРІМ", "Айгерім"),
        ("әлия", "Әлия"),
        ("ҰЛЫ-БЕК", "Ұлы-Бек"),
        ("Смағұл-оғлы", "Смағұл-оғлы"),
        ("СМАҒҰЛ-ОҒЛЫ", "Смағұл-оғлы"),
        ("али оглы", "Али оглы"),
        ("O'Brien", "O'Brien"),
        ("O’BRIEN", "O'Brien"),
        ("дар'я", "Дар'я"),
        ("анна — мария", "Анна-Мария"),
        ("Aйгерім", "Айгерім"),
        ("AЙГEPІM", "Айгерім"),
        ("Əлия", "Әлия"),
        ("Аlice", "Alice"),
        ("Şahin", "Şahin"),
        ("İBRAHİM", "İbrahim"),
        ("МсКей", "МсКей"),
        ("Ё", "Ё"),
        ("Андреи\u0306", "Андрей"),
    ],
)
def test_a_name_is_kept_as_on_the_paper(typed, kept):
    assert Name.read(typed).text == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", NameEmpty()),
        ("-", NameEmpty()),
        ("' -", NameEmpty()),
        ("Иван2", NameWithDigits("2")),
        ("Иван٢", NameWithDigits("٢")),
        ("Людовик Ⅳ", NameWithDigits("Ⅳ")),
        ("Иван😀", NameWrongCharacter("😀")),
        ("<b>Иван</b>", NameWrongCharacter("<")),
        ("А.", NameWrongCharacter(".")),
        ("王", NameWrongCharacter("王")),
        ("а" * 5000, NameTooLong(5000, 60)),
        ("Zарина", NameMixedLetters("Zарина")),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Name.read(typed)
    assert caught.value.arguments == refusal.arguments


@pytest.mark.parametrize(
    "typed",
    ["-", "—", "жоқ", "Жок", "нет", "НЕТ.", "no", "None", "n/a", "ytn", ";jr", "әкесінің аты жоқ"],
)
def test_that_there_is_no_patronymic_is_understood(typed):
    assert none_said(typed)


@pytest.mark.parametrize("typed", ["", "Асанұлы", "Нетесова", "Ноев"])
def test_a_patronymic_is_not_taken_for_none(typed):
    assert not none_said(typed)


def test_a_full_name_has_two_parts_or_three():
    assert FullName.read("ахметова айгерім").patronymic is None
    name = FullName.read("МАМЕДОВ АЛИ ГУСЕЙН ОГЛЫ")
    assert (name.surname.text, name.given.text) == ("Мамедов", "Али")
    assert (name.patronymic.text, name.text) == ("Гусейн оглы", "Мамедов Али Гусейн оглы")


def test_a_full_name_of_other_length_is_refused():
    with pytest.raises(FullNameOneWord):
        FullName.read("Ахметова")
    with pytest.raises(FullNameManyWords) as caught:
        FullName.read("Ахметова Айгерім Асанқызы Астана")
    assert caught.value.count == 4
