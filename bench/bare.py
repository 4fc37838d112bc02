"""`python -m bench.bare URL COUNT`: what aiogram's own `send_message` costs, of CPU, a message."""

import asyncio
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bench.program import TOKEN


async def main(url: str, count: int) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    seen = InlineKeyboardButton(text="Seen", callback_data="seen|1")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[seen]])
    async with Bot(TOKEN, session=session) as bot:
        for _ in range(100):
            await bot.send_message(1, "warm", parse_mode="HTML", reply_markup=keyboard)
        before = time.process_time()
        for number in range(count):
            await bot.send_message(1, f"News {number}", parse_mode="HTML", reply_markup=keyboard)
        spent = time.process_time() - before
    print(f"bare {spent / count * 1e3:.4f}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
