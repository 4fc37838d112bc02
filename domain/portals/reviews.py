"""A parent's word on a kindergarten, and what staff do about one: answer, or hide with a reason.
Which kindergarten or review it is about is known when the form is opened."""

from domain.forms.kinds import OneOf, line
from domain.forms.model import Choice, Field, Form
from domain.kindergartens import STARS
from domain.ports import LANGS

WRITE, ANSWER, HIDE = "review", "review-answer", "review-hide"
KINDERGARTEN, REVIEW = "kindergarten", "review"
"""Where a draft keeps what it is about."""
MOST = 500


def forms() -> tuple[Form, ...]:
    stars = [
        Choice(str(n), names=dict.fromkeys(LANGS, f"{n} {'⭐' * n}")) for n in reversed(STARS)
    ]
    return (
        Form(
            WRITE,
            (
                Field("stars", OneOf(stars), words="review-stars"),
                Field("text", line(3, MOST), words="review-text"),
            ),
            review=False,
        ),
        Form(ANSWER, (Field("text", line(2, MOST), words="review-answer"),), review=False),
        Form(HIDE, (Field("text", line(3, 200), words="review-reason"),), review=False),
    )
