"""What it costs to look at a photo of 12 megapixels and to draw a document, in CPU; and how often
the one who looks is right."""

import io
import os
import resource
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
from PIL import Image

from adapters.documents import page
from adapters.papers import doctor, pictures
from tests.papers.pages import page as sheet
from tests.papers.shots import EXPECTED, HELD_OUT, KINDS, READABLE, fine, lit, on_table, shot

TOLD = {
    "language": "kk",
    "title": "Мектепке қабылдау туралы өтініш",
    "head": "№ PV-2026-00017",
    "foot": "№ PV-2026-00017",
    "how": "https://otinim.example/v/AbCdEfGhIjKlMnOpQrStUv",
    "made": datetime(2026, 9, 1, tzinfo=UTC).isoformat(),
    "sections": [["Бала", [["Аты-жөні", "Сапарова Аружан Ерланқызы"]] * 12]],
    "note": "",
    "check": "https://otinim.example/v/AbCdEfGhIjKlMnOpQrStUv",
}


def photo() -> bytes:
    dice = np.random.default_rng(5)
    out = io.BytesIO()
    lit(on_table(sheet(dice), dice), dice, 0.9).resize((3000, 4000)).save(out, "JPEG", quality=88)
    return out.getvalue()


def cpu(work: Callable[[], object], times: int = 5) -> float:
    """Milliseconds of CPU, the best of several."""

    def once() -> float:
        before = time.process_time()
        work()
        return time.process_time() - before

    return min(once() for _ in range(times)) * 1e3


UPSIDE = Image.Transpose.ROTATE_180
NOTES = {"upside": "    (not told: docs/decisions/0008)"} | {
    make.__name__: "    (at most 3)" for make in READABLE
}
SHOTS = int(os.environ.get("SHOTS", "120"))


def verdicts() -> None:
    """On photos the numbers weren't found on (tests/papers)."""
    by_kind = defaultdict(list)
    for n in range(SHOTS):
        taken = shot(np.random.default_rng(HELD_OUT + n), n)
        by_kind[taken.done].append(doctor.faults(doctor.seen(taken.image)))
    for n in range(SHOTS // len(KINDS)):
        turned = fine(np.random.default_rng(HELD_OUT + n), 1000).transpose(UPSIDE)
        by_kind["upside"].append(doctor.faults(doctor.seen(turned)))
    for done, told in by_kind.items():
        warned = 100 * np.mean([bool(faults) for faults in told])
        named = 100 * np.mean([EXPECTED.get(done) in faults for faults in told])
        right = f", rightly named {named:3.0f} %" if done in EXPECTED else NOTES.get(done, "")
        print(f"{len(told):3} photos {done:9} warned of {warned:3.0f} %{right}")


async def main() -> None:
    content = photo()
    print(f"a photo of 12 Mpx, CPU {cpu(lambda: pictures.look(content)):6.0f} ms    (at most 300)")
    print(f"a document as PDF, CPU {cpu(lambda: page.drawn(TOLD)):6.0f} ms")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory, this bench too {most:6.0f} MB    (at most 250)")
    verdicts()
