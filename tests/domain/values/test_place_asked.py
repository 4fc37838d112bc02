"""The question for one's place is known in three languages; answers aren't taken for it."""

import pytest

from domain.values.place_asked import asks_place, is_numbered, looks_numbered


@pytest.mark.parametrize(
    "text",
    [
        "кезек",
        "Кезегім қандай?",
        "нешіншімін?",
        "мен кезекте нешінші тұрмын",
        "орным қандай",
        "какая я в очереди",
        "Какой я по счёту?",
        "моя очередь в детский сад",
        "jxthtlm",
        "где я",
        "where am I",
        "What's my place in the queue?",
        "QUEUE",
    ],
)
def test_the_question_is_known_in_many_words(text: str) -> None:
    assert asks_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "жай кезек",
        "общая очередь",
        "correctional queue",
        "Очередько",
        "Кезекбай",
        "я",
        "место",
        "номер 5",
        "где я учусь",
        "Абай",
        "",
        "кезек " * 20,
    ],
)
def test_names_and_answers_are_no_question(text: str) -> None:
    assert not asks_place(text)


def test_a_number_is_told_by_its_sign_or_its_six_digits() -> None:
    assert is_numbered("№ 100003")
    assert is_numbered("#100003")
    assert not is_numbered("100003")
    assert looks_numbered("100003")
    assert not looks_numbered("1000033")
