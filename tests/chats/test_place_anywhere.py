"""The question for one's place is meant by no choice that a form offers, whichever is open."""

from collections.abc import Sequence
from pathlib import Path

from bot.matching import pick
from domain.forms.model import Choice, Form
from tests.chats.stage import new_stage, words

ASKED = ("нешіншімін?", "кезегім қай жерде", "какая я в очереди", "моя очередь", "where am I")


def fixed(form: Form) -> dict[str, Sequence[Choice]]:
    """The lists that don't depend on what was answered: places and schools do."""
    among = {f.key: getattr(f.kind, "among", ()) for f in form.fields}
    return {key: listed for key, listed in among.items() if listed and not callable(listed)}


async def test_no_choice_of_any_form_is_meant_by_it(tmp_path: Path) -> None:
    stage = new_stage(tmp_path)
    async with stage.running():
        forms = list(stage.house.forms.values())
    asked = [(form.name, key, listed) for form in forms for key, listed in fixed(form).items()]
    assert len(asked) > 20
    meant = [
        (form, key, text)
        for form, key, listed in asked
        for text in ASKED
        if len(pick(words(), listed, text)) == 1
    ]
    assert meant == []
