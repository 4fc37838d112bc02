"""The life of a child's application: one table of states and events. Everything that happens to
an application goes through `after`; `docs/queue.md` is drawn from the same table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import Refusal


class State(StrEnum):
    """Where an application stands. `COUNTED` ones have a number in the queue."""

    QUEUED = "queued"
    APPLIED = "applied"
    REFERRED = "referred"
    REGISTERED = "registered"
    ENROLLED = "enrolled"
    STOPPED = "stopped"
    INACTIVE = "inactive"
    VOUCHER = "voucher"
    CHOOSING = "choosing"
    WAITING_LIST = "waiting_list"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


class Event(StrEnum):
    """What can happen, by whom it is done."""

    # The parent
    INTERESTED = "interested"
    APPLY = "apply"
    TAKE_BACK = "take_back"
    EXTEND = "extend"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    CONFIRM_VOUCHER = "confirm_voucher"
    REFUSE_VOUCHER = "refuse_voucher"
    # Staff and the kindergarten
    ASK_INTEREST = "ask_interest"
    ISSUE_VOUCHER = "issue_voucher"
    REGISTER = "register"
    ENROL = "enrol"
    LEAVE = "leave"
    FALSE_BENEFIT = "false_benefit"
    # The order of the queue, and time
    REFER = "refer"
    NOT_CHOSEN = "not_chosen"
    NO_PLACE = "no_place"
    PLACE_OFFERED = "place_offered"
    LAPSE = "lapse"
    TOO_OLD = "too_old"
    PLACED = "placed"


@dataclass(eq=False)
class NotNow(Refusal):
    """The application stands where this can't be done; `state` names where."""

    number: str
    state: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table. `guard` names what else must hold (a window open, something done at
    most once): whoever calls `after` checks it, and its refusal says so."""

    to: State
    guard: str = ""


S, E = State, Event
Table = Mapping[tuple[State, Event], Step]

EVERYWHERE: Final[Table] = {
    (S.QUEUED, E.INTERESTED): Step(S.QUEUED),
    (S.QUEUED, E.ASK_INTEREST): Step(S.QUEUED),
    (S.QUEUED, E.LAPSE): Step(S.INACTIVE, "asked whether interested, no answer in time"),
    (S.QUEUED, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.INACTIVE, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.REFERRED, E.WITHDRAW): Step(S.WITHDRAWN, "the place is freed"),
    (S.INACTIVE, E.RESTORE): Step(S.QUEUED, "once, while the restore window is open"),
    (S.INACTIVE, E.LAPSE): Step(S.ARCHIVED, "the restore window is over"),
    (S.QUEUED, E.FALSE_BENEFIT): Step(S.QUEUED, "at its own date, in the general class"),
    (S.INACTIVE, E.FALSE_BENEFIT): Step(S.INACTIVE),
    (S.REFERRED, E.FALSE_BENEFIT): Step(S.QUEUED, "the referral is cancelled"),
    (S.QUEUED, E.TOO_OLD): Step(S.ARCHIVED),
    (S.INACTIVE, E.TOO_OLD): Step(S.ARCHIVED),
    (S.QUEUED, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
    (S.INACTIVE, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
    (S.REFERRED, E.REGISTER): Step(S.REGISTERED, "the referral hasn't lapsed"),
    (S.REGISTERED, E.ENROL): Step(S.ENROLLED),
    (S.REGISTERED, E.DECLINE): Step(S.QUEUED, "the place is freed"),
    (S.ENROLLED, E.LEAVE): Step(S.ARCHIVED, "the place is freed"),
}
"""Both regimes. A false claim of a benefit cancels the referral and puts the application back to
its own date (bilim.astana.kz 49453)."""

BULLETIN_BEGUN: Final[Table] = {
    (S.APPLIED, E.INTERESTED): Step(S.APPLIED),
    (S.APPLIED, E.TAKE_BACK): Step(S.QUEUED),
    (S.APPLIED, E.NOT_CHOSEN): Step(S.QUEUED),
    (S.APPLIED, E.REFER): Step(S.REFERRED, "a place is free, first in order"),
    (S.APPLIED, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.APPLIED, E.FALSE_BENEFIT): Step(S.APPLIED, "at its own date, in the general class"),
    (S.APPLIED, E.TOO_OLD): Step(S.ARCHIVED),
    (S.APPLIED, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
    (S.STOPPED, E.LAPSE): Step(S.QUEUED, "the stop-list is over"),
    (S.STOPPED, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.STOPPED, E.FALSE_BENEFIT): Step(S.STOPPED),
    (S.STOPPED, E.TOO_OLD): Step(S.ARCHIVED),
    (S.STOPPED, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
}
VOUCHER_BEGUN: Final[Table] = {
    (S.VOUCHER, E.CONFIRM_VOUCHER): Step(S.CHOOSING, "within the confirm window"),
    (S.VOUCHER, E.REFUSE_VOUCHER): Step(S.WITHDRAWN, "refusing cancels the queue"),
    (S.VOUCHER, E.LAPSE): Step(S.INACTIVE),
    (S.VOUCHER, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.VOUCHER, E.FALSE_BENEFIT): Step(S.VOUCHER),
    (S.VOUCHER, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
    (S.CHOOSING, E.REFER): Step(S.REFERRED, "a place is free"),
    (S.CHOOSING, E.NO_PLACE): Step(S.WAITING_LIST),
    (S.CHOOSING, E.LAPSE): Step(S.INACTIVE),
    (S.CHOOSING, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.CHOOSING, E.FALSE_BENEFIT): Step(S.CHOOSING),
    (S.CHOOSING, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
    (S.WAITING_LIST, E.INTERESTED): Step(S.WAITING_LIST),
    (S.WAITING_LIST, E.WITHDRAW): Step(S.WITHDRAWN),
    (S.WAITING_LIST, E.TOO_OLD): Step(S.ARCHIVED),
    (S.WAITING_LIST, E.FALSE_BENEFIT): Step(
        S.WAITING_LIST, "at its own date, in the general class"
    ),
    (S.WAITING_LIST, E.PLACED): Step(S.ARCHIVED, "enrolled by another application"),
}
"""What has begun by one regime ends by its rules when the region has gone over to the other: who
has applied gets a place in order, who has a voucher confirms it and chooses."""

BULLETIN: Final[Table] = {
    (S.QUEUED, E.APPLY): Step(S.APPLIED, "the bulletin is open, the queue fits"),
    (S.APPLIED, E.APPLY): Step(S.APPLIED, "the bulletin is open, the queue fits"),
    (S.REFERRED, E.EXTEND): Step(S.REFERRED, "once, before it lapses"),
    (S.REFERRED, E.DECLINE): Step(S.QUEUED, "the place is freed"),
    (S.REFERRED, E.LAPSE): Step(S.STOPPED, "the place is freed"),
}
"""Queue, bulletin, referral: what the five portals describe."""

VOUCHER: Final[Table] = {
    (S.QUEUED, E.ISSUE_VOUCHER): Step(S.VOUCHER, "in order"),
    (S.WAITING_LIST, E.PLACE_OFFERED): Step(S.VOUCHER, "in order"),
    (S.REFERRED, E.DECLINE): Step(S.CHOOSING, "the place is freed"),
    (S.REFERRED, E.LAPSE): Step(S.INACTIVE, "the place is freed"),
}
"""The voucher pilot of 2025-2026 (zakon.kz 6509879)."""

AFTER_VOUCHERS: Final[Table] = {
    (S.WAITING_LIST, E.APPLY): Step(S.APPLIED, "the bulletin is open, the queue fits"),
}
AFTER_BULLETINS: Final[Table] = {
    (S.APPLIED, E.ISSUE_VOUCHER): Step(S.VOUCHER, "in order"),
}
"""How who waits in a way the region knows no more goes on by the new one."""

REGIMES: Final[Mapping[str, Table]] = {
    "bulletin": {**EVERYWHERE, **BULLETIN_BEGUN, **BULLETIN, **VOUCHER_BEGUN, **AFTER_VOUCHERS},
    "voucher": {**EVERYWHERE, **VOUCHER_BEGUN, **VOUCHER, **BULLETIN_BEGUN, **AFTER_BULLETINS},
}

MAY_TAKE: Final[Mapping[str, tuple[State, ...]]] = {
    "bulletin": (S.QUEUED, S.APPLIED, S.CHOOSING, S.WAITING_LIST),
    "voucher": (S.CHOOSING,),
}
"""Who may want a vacant place now, and is told of it."""
COUNTED: Final = frozenset({S.QUEUED, S.APPLIED, S.VOUCHER, S.CHOOSING, S.WAITING_LIST})
"""Have a place in the queue."""
ENDED: Final = frozenset({S.WITHDRAWN, S.ARCHIVED})
"""The child may stand in the same queue anew."""
HOLDING: Final = frozenset({S.REFERRED, S.REGISTERED, S.ENROLLED})
"""A place in a kindergarten is theirs."""

WINDOW_OF: Final[Mapping[State, str]] = {
    S.REFERRED: "referral",
    S.STOPPED: "stop_list",
    S.INACTIVE: "restore",
    S.VOUCHER: "confirm",
    S.CHOOSING: "referral",
}
"""States that end by themselves, and the window each is given."""

STEPS: Final = ("queue", "bulletin", "referral", "registration", "enrolment")
"""What a parent is shown: the five steps of a Smart Nation card."""
AT_STEP: Final[Mapping[State, int]] = {
    S.QUEUED: 0,
    S.APPLIED: 1,
    S.VOUCHER: 1,
    S.CHOOSING: 1,
    S.WAITING_LIST: 1,
    S.REFERRED: 2,
    S.REGISTERED: 3,
    S.ENROLLED: 4,
    S.STOPPED: 0,
    S.INACTIVE: 0,
}


def after(regime: str, state: State, event: Event, number: str) -> State:
    """The state an event leads to. Raises NotNow where the table has no such line."""
    step = REGIMES[regime].get((state, event))
    if step is None:
        raise NotNow(number, state.value)
    return step.to


def may(regime: str, state: State, event: Event) -> bool:
    """Whether the table has such a line."""
    return (state, event) in REGIMES[regime]


def step_of(state: State) -> int | None:
    """Which of the five steps is being taken; None when it is all over."""
    return AT_STEP.get(state)
