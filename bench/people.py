"""People who fill the olympiad portal's form as fast as the bot answers, up to the passwords
(a password costs 20 ms of hashing by design, which is no cost of the conversation)."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from domain.values.control import control_digit

TYPED = {
    "surname": "Сапарова",
    "given": "Аружан",
    "patronymic": "Ержанқызы",
    "phone": "8 700 000 00 01",
    "school_name": "Ауыл мектебі",
}
LAST = "password"
Move = tuple[str, dict[str, Any]]
"""An act of the sandbox and its parameters."""


def iin_of(number: int) -> str:
    """An invented number; serials from 9000 on are not given to people."""
    while True:
        first = (
            f"110320{6}{9000 + number % 1000:04d}"
            if number < 1000
            else f"1203{1 + number // 1000 % 28:02d}6{9000 + number % 1000:04d}"
        )
        digit = control_digit(first)
        if digit is not None:
            return f"{first}{digit}"
        number += 977


@dataclass
class Person:
    """One person at the form; `waits` are seconds from an answer to the next screen."""

    id: int
    number: int
    done: asyncio.Event = field(default_factory=asyncio.Event)
    waits: list[float] = field(default_factory=list)
    asked_at: float = 0.0
    at: str = ""
    seen: set[str] = field(default_factory=set)

    def move(self, message: dict[str, Any]) -> "Move | None":
        """What to do at this screen: an act of the sandbox, or None at the end."""
        markup = message.get("reply_markup", {})
        buttons = [
            (b["callback_data"], row, column)
            for row, line in enumerate(markup.get("inline_keyboard", []))
            for column, b in enumerate(line)
            if "callback_data" in b
        ]
        for verb in ("lang|kk", "m|open", "a|", "g|"):
            for data, row, column in buttons:
                if data.startswith(verb):
                    self.at = data
                    return "tap", {
                        "message_id": message["message_id"],
                        "row": row,
                        "column": column,
                    }
        asked = next((d.split("|")[3] for d, _, _ in buttons if d.startswith("b|")), "phone")
        self.at = asked
        if asked == LAST:
            return None
        return "say", {"text": self.answer(asked)}

    def answer(self, asked: str) -> str:
        if asked == "iin":
            return iin_of(self.number)
        if asked == "email":
            return f"person{self.number}@example.com"
        return TYPED[asked]


@dataclass
class Crowd:
    """People of one server, moved by the events it tells."""

    session: aiohttp.ClientSession
    server: str
    people: dict[int, Person] = field(default_factory=dict)

    async def join(self, count: int, first: int) -> None:
        for number in range(first, first + count):
            body = {"first_name": f"P{number}", "phone": f"+7700{number:07d}"}
            async with self.session.post(f"{self.server}/sandbox/people", json=body) as answer:
                person = (await answer.json())["id"]
            self.people[person] = Person(person, number)

    async def walk(self) -> float:
        """Everybody starts at once; seconds until the last one is at the passwords."""
        began = time.perf_counter()
        async with asyncio.TaskGroup() as tasks:
            listening = tasks.create_task(self.listen(tasks))
            await asyncio.sleep(0.2)
            began = time.perf_counter()
            for person in self.people.values():
                tasks.create_task(self.act(person, "say", {"text": "/start"}))
            for person in self.people.values():
                await person.done.wait()
            took = time.perf_counter() - began
            listening.cancel()
        return took

    async def listen(self, tasks: asyncio.TaskGroup) -> None:
        timeout = aiohttp.ClientTimeout(total=None)
        url = f"{self.server}/sandbox/events"
        async with self.session.get(url, timeout=timeout) as stream:
            async for line in stream.content:
                if line.startswith(b"data:"):
                    self.told(json.loads(line[5:]), tasks)

    def told(self, event: dict[str, Any], tasks: asyncio.TaskGroup) -> None:
        """A screen came: a message with buttons, or a reply keyboard (the phone question)."""
        person = self.people.get(event.get("chat_id", 0))
        if person is None or not person.asked_at:
            return
        if event["type"] == "keyboard" and event["reply_keyboard"]:
            person.at = "phone"
            move: Move | None = ("say", {"text": TYPED["phone"]})
        elif event["type"] in ("message", "edited") and "reply_markup" in event["message"]:
            move = person.move(event["message"])
        else:
            return
        if person.at in person.seen:  # after a crash a screen may come twice
            return
        person.seen.add(person.at)
        person.waits.append(time.perf_counter() - person.asked_at)
        if move is None:
            person.done.set()
        else:
            tasks.create_task(self.act(person, *move))

    async def act(self, person: Person, act: str, body: dict[str, Any]) -> None:
        person.asked_at = time.perf_counter()
        url = f"{self.server}/sandbox/people/{person.id}/{act}"
        async with self.session.post(url, json=body) as answer:
            await answer.read()
