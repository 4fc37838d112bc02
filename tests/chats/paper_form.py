"""A form that asks for papers alone: in chats about them no portal's rules stand in the way."""

from typing import Any

from bot.dispatch import Dispatch
from bot.talk import Says, Talk
from domain.forms.kinds import line
from domain.forms.model import Answers, Desk, Draft, Field, Form
from domain.forms.papers import Paper, hand_over

NAME = "papers-only"
FORM = Form(
    NAME,
    (
        Field("note", line(), words="papers-only-note"),
        Field("birth", Paper(), words="papers-only-birth"),
        Field("benefit", Paper(), words="papers-only-benefit", optional=True),
    ),
)
FORMS = {NAME: FORM}


def sent(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The papers belong to what was sent, the draft is gone."""
    hand_over(desk, draft, held, "test:1")
    desk.store.drafts.drop(draft.id)
    pages = sum(paper.pages for paper in desk.store.papers.held_by("test:1"))
    return [talk.say("papers-only-sent", pages=pages)]


def add_to(dispatch: Dispatch) -> None:
    finishers: Any = dispatch.conversation.finishers
    finishers[NAME] = sent
