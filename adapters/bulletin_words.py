"""What families read of vacancies and referrals: in the notice that comes by itself and on the
screen they open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from adapters.bulletin_facts import Place
from adapters.voice import paragraphs
from adapters.words import Words
from domain.ports import Lang
from domain.queue.applications import Candidate
from domain.queue.bulletins import Vacancy
from domain.queue.life import State
from domain.queue.news import RESTORED, Kind
from domain.queue.referrals import Referral
from domain.queue.windows import Regime
from domain.values.phone import Phone

APPLY, TAKE_BACK, VACANCIES = "ba", "bt", "bl"
REFERRAL, ACCEPT, EXTEND, ASK_DECLINE, DECLINE, PAPER = "fs", "fa", "fx", "fq", "fd", "fp"
ANSWER_VOUCHER, REFUSE_VOUCHER, CHOOSE = "uc", "uq", "ut"
SEND_AGAIN = "qp"
"""Verbs of the buttons; what follows are the numbers of the candidate and of the vacancy."""

Call = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """A button: its words and what it does."""

    words: str
    data: str
    style: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)


def taking(c: Candidate, v: Vacancy) -> list[list[Deed]]:
    """Whoever has confirmed a voucher takes a place at once; others apply for it."""
    if c.state is State.CHOOSING:
        return [[Deed("button-voucher-take", f"{CHOOSE}|{c.id}|{v.id}", "success")]]
    return [[Deed("button-bulletin-apply", f"{APPLY}|{c.id}|{v.id}", "success")]]


def taking_back(c: Candidate, v: Vacancy) -> list[list[Deed]]:
    return [
        [Deed("button-bulletin-take-back", f"{TAKE_BACK}|{c.id}|{v.id}")],
        [Deed("button-vacancies", VACANCIES)],
    ]


def of_referral(c: Candidate, r: Referral, extensions: int) -> list[list[Deed]]:
    """What can be done about a referral; `extensions` is how many there may be."""
    paper = [Deed("button-referral-paper", f"{PAPER}|{c.id}")]
    if r.state != "open":
        return [paper]
    more = [[Deed("button-referral-extend", f"{EXTEND}|{c.id}|{r.id}")]]
    return [
        [Deed("button-referral-accept", f"{ACCEPT}|{c.id}|{r.id}", "success")],
        *(more if r.extensions < extensions else []),
        [Deed("button-referral-decline", f"{ASK_DECLINE}|{c.id}|{r.id}")],
        paper,
    ]


class BulletinWords:
    """Renders in the language of whoever reads it."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def call(
        self, person: int, lang: Lang, text: str, deeds: Sequence[Sequence[Deed]] = ()
    ) -> Call:
        """A message that comes by itself."""
        call: Call = {
            "method": "sendMessage",
            "chat_id": person,
            "text": text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if deeds:
            rows = [[self.button(lang, d) for d in row] for row in deeds]
            call["reply_markup"] = {"inline_keyboard": rows}
        return call

    def button(self, lang: Lang, d: Deed) -> dict[str, str]:
        said = {"text": self.words.say(lang, d.words, **d.arguments), "callback_data": d.data}
        return {**said, "style": d.style} if d.style else said

    def offer(self, lang: Lang, c: Candidate, at: Place, ahead: int) -> str:
        """A vacancy that fits, as it is told of."""
        return paragraphs(
            self.say(lang, "bulletin-fits", child=c.child.name, number=c.number),
            self.place(lang, at),
            self.say(lang, "bulletin-by-voucher")
            if c.state is State.CHOOSING
            else lines(self.say(lang, "bulletin-ahead", ahead=ahead), self.when(lang, at.vacancy)),
        )

    def place(self, lang: Lang, at: Place) -> str:
        """Which kindergarten and group it is, for whom, where."""
        v, k = at.vacancy, at.kindergarten
        return lines(
            self.say(lang, "bulletin-group", kindergarten=k.names, group=v.group),
            self.say(
                lang,
                "bulletin-whom",
                kind=self.say(lang, f"bulletin-kind-{v.kind}"),
                language=self.say(lang, f"bulletin-language-{v.language}"),
                born=years(v.born),
            ),
            self.say(lang, "bulletin-address", address=k.address) if k.address else "",
            self.say(lang, "bulletin-free", free=v.free) if v.stage != "closed" else "",
        )

    def when(self, lang: Lang, v: Vacancy) -> str:
        if v.stage == "priority":
            return self.say(lang, "bulletin-until", closes=v.closes)
        return self.say(lang, "bulletin-open")

    def referral(self, lang: Lang, c: Candidate, r: Referral, at: Place, extensions: int) -> str:
        """The referral with its dates, and what is to be done with it; it may be extended
        `extensions` times."""
        once = "referral-once" if extensions else "referral-never-extended"
        v, k = at.vacancy, at.kindergarten
        return paragraphs(
            self.say(lang, "referral-title", number=r.number),
            lines(
                self.say(lang, "referral-child", child=c.child.name, number=c.number),
                self.say(lang, "bulletin-group", kindergarten=k.names, group=v.group),
                self.say(lang, "bulletin-address", address=k.address) if k.address else "",
                self.say(lang, "bulletin-phone", phone=Phone(k.phone).spaced) if k.phone else "",
                self.say(lang, "referral-dates", issued=r.issued, due=r.due),
            ),
            lines(
                self.say(lang, "referral-how"),
                "" if r.extensions else self.say(lang, once),
            )
            if r.state == "open"
            else "",
        )

    def told(
        self,
        lang: Lang,
        kind: Kind,
        c: Candidate,
        r: Referral | None,
        at: Place | None,
        regime: Regime,
    ) -> str:
        """The message that some news is, by the rules of its region."""
        if kind == "referral" and r is not None and at is not None:
            return self.referral(lang, c, r, at, regime.extensions)
        final = kind == "referral_last" and (r is None or r.extensions >= regime.extensions)
        stays = kind == "asked" and c.due is None
        said = "referral_last_day" if final else "asked_stays" if stays else kind
        text = self.news(lang, said, c, r, at)
        if kind == "asked" and not stays and c.restores < regime.restores:
            return lines(text, self.say(lang, "queue-news-asked-restore"))
        if kind not in RESTORED:
            return text
        if c.restores >= regime.restores:
            return lines(text, self.say(lang, "queue-news-restores-spent"))
        return lines(text, self.say(lang, "queue-news-restore", due=c.due))

    def news(
        self, lang: Lang, kind: str, c: Candidate, r: Referral | None, at: Place | None
    ) -> str:
        """What happened to an application, and what comes next."""
        named: Mapping[str, str] = (
            dict.fromkeys((lang,), "") if at is None else at.kindergarten.names
        )
        due = r.due if r is not None else c.due
        return self.say(
            lang,
            f"queue-news-{kind.replace('_', '-')}",
            number=c.number,
            child=c.child.name,
            kindergarten=named,
            **({} if due is None else {"due": due}),
        )

    def say(self, lang: Lang, words: str, **arguments: Any) -> str:
        named = {k: v[lang] if isinstance(v, Mapping) else v for k, v in arguments.items()}
        safe = {k: escape(v, quote=False) if isinstance(v, str) else v for k, v in named.items()}
        return self.words.say(lang, words, **safe)


def years(born: tuple[int, int]) -> str:
    """`2023`, or `2022-2023`."""
    return str(born[0]) if born[0] == born[1] else f"{born[0]}-{born[1]}"


def lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
