"""Another paper of a benefit that was refused: one question, opened on a child's application."""

from domain.forms.model import Field, Form
from domain.forms.papers import Paper

SEND = "benefit-again"
CANDIDATE = "candidate"
"""Where the draft keeps whose application it is about."""


def forms() -> tuple[Form, ...]:
    return (Form(SEND, (Field("benefit_paper", Paper(), words="benefit-again"),), review=False),)
