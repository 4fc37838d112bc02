"""What a portal is told instead of a result: the error strings of the Telegram Gateway API."""


class Denied(Exception):
    """`error` is the string on the wire. No person reads it, so it is no Refusal."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error

    @classmethod
    def wait(cls, seconds: int) -> "Denied":
        """Too early or too often: may be asked again after so many seconds."""
        return cls(f"FLOOD_WAIT_{max(1, seconds)}")
