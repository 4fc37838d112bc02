"""The regimes of the queue, from `lists/queues`: one file each."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

from app.lists import days_off
from domain.queue.windows import Regimes, RegimeUnfit, Rules, read_regimes

FOLDER = Path(__file__).parent.parent / "lists" / "queues"


def rules(zone: ZoneInfo) -> Rules:
    """The regimes of this country's regions, in the zone people live by, with its days off."""
    return Rules(load_regimes(), zone, days_off().working)


def load_regimes(folder: Path = FOLDER) -> Regimes:
    """Every file of the folder. Raises RegimeUnfit with one sentence: what is wrong where."""
    return read_regimes({path.stem: parsed(path) for path in sorted(folder.glob("*.json"))})


def parsed(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as trouble:
        raise RegimeUnfit(f"{path.stem}: is not JSON: {trouble}") from None
