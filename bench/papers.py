"""What it costs to look at a photo of 12 megapixels, and to draw a document, in CPU."""

import io
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np

from adapters.documents import page
from adapters.papers import pictures
from tests.papers.pages import lit, on_table
from tests.papers.pages import page as sheet

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


async def main() -> None:
    content = photo()
    print(f"a photo of 12 Mpx, CPU {cpu(lambda: pictures.look(content)):6.0f} ms    (at most 300)")
    print(f"a document as PDF, CPU {cpu(lambda: page.drawn(TOLD)):6.0f} ms")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory, this bench too {most:6.0f} MB    (at most 250)")
