"""The sandbox's chat page in a real browser: what a person sees and does, in front of a bot played
by the test.
"""

import re

import pytest
from playwright.async_api import expect

from sandbox.server import Settings, Telegram, running
from tests.browser.walker import overflow

pytestmark = pytest.mark.asyncio(loop_scope="package")

PUPIL, PARENT = 101, 102
SHOWN = """(marks) => [...document.querySelectorAll(marks)]
  .filter((node) => node.offsetParent && !node.closest(".text, .skip"))"""
SMALL = f"""() => ({SHOWN})("button, select, textarea")
  .filter((node) => node.offsetWidth < 40 || node.offsetHeight < 40)
  .map((node) => node.outerHTML)"""
NAMELESS = f"""() => ({SHOWN})("button, a[href], input, select, textarea")
  .filter((node) => !(node.innerText || node.ariaLabel || node.labels?.length))
  .map((node) => node.outerHTML)"""


async def asks(bot, rows=()):
    await bot.act(PUPIL, "start")
    await bot.hears("message")
    return await bot.call(
        "sendMessage",
        chat_id=PUPIL,
        text="😀 <b>Тілді</b> таңдаңыз: /help",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": list(rows)},
    )


async def test_start_and_enter_send_what_a_person_means(window, bot):
    page = await window.open("?person=pupil")
    await page.get_by_test_id("start").click()
    assert (await bot.hears("message"))["text"] == "/start"
    await page.get_by_test_id("composer").fill("Сәлем")
    await page.get_by_test_id("composer").press("Enter")
    assert (await bot.hears("message"))["text"] == "Сәлем"
    await expect(page.locator("[data-from='me']").last).to_contain_text("Сәлем")


async def test_a_tapped_button_is_answered_and_a_code_is_copied(window, bot):
    yes, code = {"text": "Иә", "callback_data": "yes"}, {"text": "Код", "copy_text": {"text": "4"}}
    await asks(bot, [[yes], [code]])
    page = await window.open("?lang=kk")
    await page.get_by_test_id("inline-button").first.click()
    tap = await bot.hears("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=tap["id"], text="Сақталды")
    await expect(page.locator(".column .notice")).to_have_text("Сақталды")
    await page.get_by_test_id("inline-button").last.click()
    await expect(page.get_by_test_id("inline-button").last).to_have_text("Көшірілді")


async def test_messages_are_marked_up_edited_and_deleted(window, bot):
    asked = await asks(bot)
    here = {"chat_id": PUPIL, "message_id": asked["message_id"]}
    page = await window.open("?lang=kk")
    bubble = page.locator(f"[data-message-id='{asked['message_id']}']")
    await expect(bubble.locator("strong")).to_have_text("Тілді")
    await bubble.locator(".command").click()
    assert (await bot.hears("message"))["text"] == "/help"
    await bot.call("editMessageText", text="Жарайды", **here)
    await expect(bubble.locator(".edited")).to_have_text("өзгертілді")
    await bot.call("deleteMessage", **here)
    await expect(bubble).to_have_count(0)


async def test_a_phone_is_shared_only_after_a_question(window, bot):
    await bot.act(PUPIL, "start")
    keyboard = [[{"text": "Нөмірім", "request_contact": True}, {"text": "Артқа"}]]
    await bot.call(
        "sendMessage", chat_id=PUPIL, text="Телефон?", reply_markup={"keyboard": keyboard}
    )
    page = await window.open("?lang=ru")
    share = page.get_by_test_id("reply-button").first
    await share.click()
    await expect(page.locator("dialog")).to_contain_text("+7 700 000 00 01")
    await page.keyboard.press("Escape")
    await share.click()
    await page.get_by_test_id("confirm").click()
    await expect(page.locator("[data-from='me'] .card")).to_contain_text("+7 700 000 00 01")
    assert (await bot.hears("message"))["text"] == "/start"
    assert (await bot.hears("message"))["contact"]["user_id"] == PUPIL


async def test_what_people_write_is_never_markup(window, bot):
    evil = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"
    await bot.act(PUPIL, "say", text=evil)
    button = {"text": evil[:60], "callback_data": "x"}
    await bot.call(
        "sendMessage", chat_id=PUPIL, text=evil, reply_markup={"inline_keyboard": [[button]]}
    )
    await bot.mails(to="a@example.kz", subject=evil, text=evil, html=f"<p>Хат</p>{evil}")
    page = await window.open()
    await expect(page.locator("[data-from='bot'] .text")).to_have_text(evil)
    await page.get_by_test_id("mailbox").click()
    await page.get_by_test_id("letter").click()
    await expect(page.frame_locator("iframe").locator("p")).to_have_text("Хат")
    assert await page.evaluate("window.hacked") is None
    assert any("script" in complaint for complaint in window.complaints)
    window.complaints.clear()  # the browser says that it refused to run them


async def test_a_moved_clock_leaves_room_for_all_of_the_bar(window, bot):
    """On a phone, beside the demo portal, which only the whole program has."""
    page = await window.open("?lang=ru", width=360, height=740)
    await page.route("**/demo/", lambda asked: asked.fulfill(status=200))
    await page.request.post(f"{window.url}/sandbox/clock", data={"add_seconds": 86_400})
    await page.reload()
    await page.locator("a.demo").wait_for()
    await expect(page.get_by_test_id("clock")).to_have_class(re.compile("moved"))
    assert await overflow(page) <= 0


async def test_letters_come_and_the_clock_moves(window, bot):
    page = await window.open("?lang=en&people=pupil,parent")
    await expect(page.locator("[data-chat-id]")).to_have_count(2)
    await bot.mails(to="a@example.kz", subject="Растау", text="Код: 482913 https://example.kz/a")
    await expect(page.get_by_test_id("mailbox").locator(".badge")).to_contain_text("1")
    await page.get_by_test_id("mailbox").press("Enter")
    await page.get_by_test_id("letter").press("Enter")
    await expect(page.get_by_test_id("open-letter").locator("a")).to_have_attribute(
        "target", "_blank"
    )
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("mailbox")).to_be_focused()
    await page.get_by_test_id("clock").click()
    await page.get_by_test_id("clock-week").click()
    await expect(page.get_by_test_id("clock")).to_have_attribute("title", "The clock is moved")
    await page.get_by_test_id("clock-reset").click()
    await expect(page.get_by_test_id("clock")).to_have_attribute("title", "Clock")


@pytest.mark.parametrize("look", ["lang=kk", "lang=ru&theme=dark"])
async def test_a_small_phone_has_room_for_everything(window, bot, look):
    await bot.act(PARENT, "start")
    page = await window.open(f"?{look}", width=360, height=740)
    await bot.call("sendMessage", chat_id=PARENT, text="Сіздің кезегіңіз: 11")
    parent = page.locator("[data-person-role='parent']")
    await expect(parent.locator(".badge")).to_contain_text("1")
    await parent.click()
    await expect(page.locator("[data-from='bot']")).to_contain_text("11")
    await expect(parent.locator(".badge")).to_have_count(0)
    for panel in ("mail", "clock", "people"):
        await page.locator(f"[data-panel={panel}]").click()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        assert await page.evaluate(SMALL) == []
        assert await page.evaluate(NAMELESS) == []
    assert await page.evaluate("import('/page/words.js').then((m) => m.unfinished())") == []


async def test_a_long_chat_is_drawn_as_it_is_read(window, sandbox):
    world = sandbox.telegram.world
    for number in range(400):
        world.post(world.chats[PUPIL], "bot", {"text": f"№ {number}"})
    page = await window.open()
    await expect(page.locator("article").last).to_be_in_viewport()
    assert await page.locator("article").count() < 100
    await page.locator(".scroller").evaluate("node => { node.scrollTop = 0; }")
    await expect(page.get_by_text("№ 300", exact=True)).to_be_attached()
    world.post(world.chats[PUPIL], "bot", {"text": "Жаңа"})
    await expect(page.locator(".to-latest")).to_contain_text("1")
    await expect(page.locator("article").last).not_to_be_in_viewport()
    await page.locator(".to-latest").click()
    await expect(page.locator("article").last).to_be_in_viewport()


async def test_the_page_comes_back_after_the_server_does(window, browser):
    async with running(Telegram(limits=None), Settings()) as first:
        port = int(first.url.rsplit(":", 1)[1])
        page = await type(window)(browser, first.url).open()
    await expect(page.locator(".banner")).to_be_visible()
    async with running(Telegram(limits=None), Settings(port=port)) as again:
        await expect(page.locator(".banner")).to_be_hidden(timeout=8_000)
        world = again.telegram.world
        world.post(world.chats[PUPIL], "bot", {"text": "Қайта келдім"})
        await expect(page.locator("article").last).to_contain_text("Қайта келдім")
