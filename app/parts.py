"""What runs side by side, and what ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from adapters.bulletin_words import BulletinWords
from adapters.clock import MovedClock
from adapters.desk_words import DeskWords
from adapters.reminder_words import ReminderWords
from app.codes import CodeParts, code_parts
from app.config import Settings
from app.place import Place
from app.signing import handing_over
from bot import build
from bot.intake import Intake
from bot.polling import Polling
from bot.talk import House
from domain.queue.interest import next_asking
from scheduler.announcing import Announcing
from scheduler.broadcasts import BroadcastWatch
from scheduler.build import Tick
from scheduler.bulletins import Bulletins
from scheduler.cleanup import CleanUp, NeedlessPapers, Nudge, Sweep
from scheduler.delivery import Delivery
from scheduler.letters import Letters
from scheduler.places import PlaceNews
from scheduler.queue import QueueDue
from scheduler.referral_papers import ReferralPapers
from scheduler.reminders import Reminding
from scheduler.walking import Walk, Walker
from web.handover import Handover


@dataclass(frozen=True)
class Parts:
    """What runs side by side, and what is done at the end."""

    intake: Intake
    polling: Polling | None
    delivery: Delivery
    letters: Letters
    codes: CodeParts
    ticks: dict[str, tuple[Tick, float]]
    over: Handover | None
    """Brings documents to eGov Mobile by way of SIGEX."""
    walker: Walker | None
    """Moves the clock in the sandbox."""


def assembled(settings: Settings, house: House, place: Place) -> Parts:
    intake = Intake(house, build.dispatch().answer)
    polling = Polling(house.telegram, intake) if settings.intake == "polling" else None
    letters = Letters(
        house.database, place.mailer, house.words, house.clock, house.worker, place.public_url
    )
    clean, nudge = (
        CleanUp(house.database, house.clock),
        Nudge(house.database, house.clock, house.words),
    )
    assert isinstance(house.postman, Delivery)  # noqa: S101 made above
    codes = code_parts(house, house.postman)
    queue = QueueDue(house.database, house.clock, house.rules)
    bulletins = Bulletins(house.database, house.clock, BulletinWords(house.words), house.rules)
    papers = ReferralPapers(
        house.database, house.clock, house.words, house.examiner, place.public_url
    )
    places = PlaceNews(house.database, house.clock, house.words, house.rules)
    reminding = Reminding(house.database, house.clock, ReminderWords(house.words))
    watch = BroadcastWatch(house.database, house.clock)
    of_queue = (queue.sort, queue.ask, queue.tick, bulletins.tick, papers.tick, places.tick)
    walked = (*of_queue, reminding.tick, watch.tick, nudge.tick)
    needless = NeedlessPapers(
        house.database, house.clock, lambda: house.admission.season_on(house.today())
    )
    return Parts(
        intake,
        polling,
        house.postman,
        letters,
        codes,
        {
            **codes.ticks,
            "clean-up": (clean.tick, 600),
            "papers": (Sweep(house.database, house.files).tick, 3600),
            "needless-papers": (needless.tick, 3600),
            "nudge": (nudge.tick, 60),
            "reminders": (reminding.tick, 10),
            "broadcasts": (watch.tick, 5),
            "schools": (partial(reload_schools, house), 30),
            "queue": (queue.tick, 5),
            "queues-asked": (queue.ask, 60),
            "bulletins": (bulletins.tick, 3),
            "referral-papers": (papers.tick, 3),
            "places": (places.tick, 60),
            "queues-sorted": (queue.sort, 600),
            "signing": (house.signatures.expire, 5),
            **announcing_ticks(house),
        },
        handing_over(settings, house, url=place.public_url),
        walker(house, walked) if place.key else None,
    )


async def reload_schools(house: House) -> None:
    """What operators and staff have changed is seen by all processes."""
    house.schools.replace(await house.database.read(lambda store: store.schools.all()))


def walker(house: House, ticks: Sequence[Tick]) -> Walker:
    assert isinstance(house.clock, MovedClock)  # noqa: S101 made in run()
    assert isinstance(house.postman, Delivery)  # noqa: S101 made in built()
    clock = house.clock
    asking = partial(next_asking, house.rules)
    walk = Walk(house.database, clock.now, clock.set, ticks, house.postman, asking)
    return Walker(clock, walk)


def announcing_ticks(house: House) -> dict[str, tuple[Tick, float]]:
    """What staff have confirmed goes out; their messages about it are kept true."""
    words = DeskWords(house.words, house.announce_rate)
    announcing = Announcing(house.database, house.clock, words)
    return {
        "launch": (announcing.launch, 1),
        "progress": (announcing.refresh, 3),
        "seen": (announcing.settle, 60),
    }
