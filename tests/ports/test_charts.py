"""Numbers become a picture that fits a phone, in the process apart."""

from adapters.papers.examiner import Examiner
from sandbox.files import picture_size

TOLD = {
    "title": "Балабақша кезектері: Көкшетау қ." * 2,
    "subtitle": "01.09.2026",
    "legend": ["кезектен тыс", "бірінші кезектегі", "жалпы кезек"],
    "bars": [["2025", [0, 0, 0]], ["2024", [1, 2, 30]]],
    "months_title": "Орын алғандар",
    "months": [],
}


async def test_a_chart_is_drawn_in_the_process_apart() -> None:
    examiner = Examiner()
    try:
        sheet = await examiner.chart(TOLD)
    finally:
        await examiner.close()
    size = picture_size(sheet.content)
    assert sheet.type == "image/png"
    assert size is not None
    assert size[0] == 720
    assert len(sheet.content) < 60_000
