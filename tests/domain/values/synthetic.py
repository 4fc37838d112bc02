"""Numbers nobody has: serials of 9000 and over, away from the issued ones."""

from datetime import date

from domain.values.control import control_digit
from domain.values.iin import Sex


def synthetic(born: date, sex: Sex, serial: int = 9000) -> str | None:
    """An IIN that passes every check, or None where such a number is never issued."""
    century = {18: 1, 19: 3, 20: 5}[born.year // 100] + (sex == "female")
    eleven = f"{born:%y%m%d}{century}{serial:04}"
    control = control_digit(eleven)
    return None if control is None else f"{eleven}{control}"
