"""What is asked about one signature. Light, so that it can be made in any process."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.signatures import Purpose
from domain.values.iin import Iin


class TrustBroken(Exception):
    """The folder of trust, or a file in it, can't be used. One line, for the operator."""


@dataclass(frozen=True, slots=True)
class Case:
    cms: bytes = field(repr=False)
    shown: bytes = field(repr=False)
    applicant: Iin | None
    now: datetime
    purpose: Purpose = "sign"
