"""Phones and chats: whose phone it is, who is asked, and what goes out when they meet."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.db.store import Store
from domain import codes, links
from domain.clients import (
    LIVE,
    OURSELVES,
    TEST,
    Caller,
    NameTaken,
    NoSuchClient,
    Terms,
    named,
    open_client,
    ourselves,
    revoke,
    rotate,
)
from domain.codes import CodeMessage, Order
from domain.links import AskOld, Link, Linked
from domain.people import PersonId
from tests.domain.stores import ASEL, BOLAT, NOW, later, opened
from tests.portals import OTHER, PHONE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.people.meet(ASEL, NOW)
        store.people.meet(BOLAT, NOW)
        yield store


@pytest.fixture
def portal(store: Store) -> Caller:
    key = open_client(store, "INDIGO", Terms(), LIVE, NOW)
    caller = store.clients.caller(key)
    assert caller is not None
    return caller


def render(message: CodeMessage) -> dict[str, Any]:
    return {"method": "sendMessage", "chat_id": message.person, "text": message.value}


def send(store: Store, portal: Caller, phone: str = PHONE, **at: float) -> codes.Code:
    return codes.send(store, portal, Order(phone), later(**at), render)


def link(store: Store, person: PersonId = ASEL, phone: str = PHONE, **at: float) -> Any:
    return links.link(store, person, phone, "contact", later(**at), render)


def test_a_phone_is_linked_with_the_moment_of_consent(store: Store) -> None:
    linked = link(store)
    assert linked == Linked(Link(PHONE, ASEL, "contact", NOW))
    assert store.links.of(ASEL) == linked.link
    assert linked.link.masked == "+7 700 *** ** 01"
    assert store.links.person_of(PHONE) == ASEL


def test_all_that_waited_goes_out_when_the_chat_is_linked(store: Store, portal: Caller) -> None:
    code = send(store, portal, OTHER)
    assert code.state == "waiting"
    (issued,) = link(store, BOLAT, OTHER).codes
    assert (issued.id, issued.state, issued.person) == (code.id, "issued", BOLAT)
    store.flush()
    (owed,) = store.outbox.claim("telegram", "w", later(seconds=1), timedelta(1), 9)
    assert (owed.person, owed.useful_until, int(owed.lane)) == (BOLAT, code.expires, 0)
    assert link(store, BOLAT, OTHER).codes == ()


def test_another_number_takes_the_place_of_the_one_before(store: Store) -> None:
    link(store)
    assert link(store, phone=OTHER).before == PHONE
    assert store.links.person_of(PHONE) is None


def test_a_phone_of_another_chat_is_asked_for_there_first(store: Store, portal: Caller) -> None:
    link(store)
    asked = link(store, BOLAT)
    assert asked == AskOld(ASEL, asked.move, PHONE)
    assert store.links.person_of(PHONE) == ASEL
    assert links.agree(store, BOLAT, asked.move, NOW, render) is None
    sent = send(store, portal)
    moved = links.agree(store, ASEL, asked.move, NOW, render)
    assert moved == Linked(Link(PHONE, BOLAT, "contact", NOW), told=ASEL)
    assert store.links.of(ASEL) is None
    ended = store.codes.load(sent.id)
    assert ended is not None
    assert ended.state == "revoked"
    assert links.agree(store, ASEL, asked.move, NOW, render) is None


def test_the_old_chat_may_keep_its_phone(store: Store) -> None:
    link(store)
    asked = link(store, BOLAT)
    refused = links.object_to(store, ASEL, asked.move)
    assert refused is not None
    assert (refused.new, refused.phone) == (BOLAT, PHONE)
    assert links.object_to(store, ASEL, asked.move) is None
    assert store.links.person_of(PHONE) == ASEL


def test_a_chat_that_is_silent_for_a_day_or_gone_loses_the_phone(store: Store) -> None:
    link(store)
    asked = link(store, BOLAT)
    assert link(store, BOLAT, hours=23) == asked
    assert link(store, BOLAT, hours=24).told == ASEL
    store.people.lose(BOLAT)
    assert link(store, ASEL, hours=25).told == BOLAT


def test_unlinking_ends_what_is_open(store: Store, portal: Caller) -> None:
    link(store)
    code = send(store, portal)
    gone = links.unlink(store, ASEL, NOW)
    assert gone is not None
    assert gone.phone == PHONE
    assert links.unlink(store, ASEL, NOW) is None
    ended = store.codes.load(code.id)
    assert ended is not None
    assert ended.state == "revoked"
    assert send(store, portal, seconds=31).state == "waiting"


def test_opening_the_own_link_sends_what_waits(store: Store, portal: Caller) -> None:
    code = send(store, portal)
    shown = links.show(store, code, NOW)
    opened_at = links.open_token(store, ASEL, shown.token, NOW, render)
    assert (opened_at.masked, opened_at.portal, opened_at.purpose, opened_at.linked) == (
        "+7 700 *** ** 01",
        "INDIGO",
        "login",
        False,
    )
    (issued,) = link(store).codes
    assert issued.id == code.id


def test_a_shown_link_takes_the_place_of_the_one_before(store: Store, portal: Caller) -> None:
    code = send(store, portal)
    first = links.show(store, code, NOW)
    second = links.show(store, code, NOW)
    with pytest.raises(links.PortalLinkOver):
        links.open_token(store, ASEL, first.token, NOW, render)
    assert len(second.spaced) == 14
    assert links.open_pairing(store, ASEL, second.pairing, NOW, render).how == "pairing"


def test_the_codes_screen_lists_portals_and_codes_without_values(
    store: Store, portal: Caller
) -> None:
    link(store)
    code = send(store, portal)
    (recent,) = links.recent(store, ASEL)
    assert (recent.id, recent.portal, recent.state) == (code.id, "INDIGO", "issued")
    (seen,) = links.portals(store, ASEL, NOW)
    assert (seen.name, seen.last, seen.frozen_until) == ("INDIGO", NOW, None)
    links.freeze(store, ASEL, portal.client.id, NOW)
    (frozen,) = links.portals(store, ASEL, NOW)
    assert frozen.frozen_until is not None
    assert send(store, portal, seconds=31).state == "held"
    links.unfreeze(store, ASEL, portal.client.id)
    assert send(store, portal, seconds=100).state == "issued"


def test_what_a_stopped_portal_sent_goes_out_when_it_is_allowed_again(
    store: Store, portal: Caller
) -> None:
    link(store)
    links.freeze(store, ASEL, portal.client.id, NOW)
    code = send(store, portal)
    assert code.state == "held"
    assert codes.issue_waiting(store, ASEL, PHONE, NOW, render) == []
    links.unfreeze(store, ASEL, portal.client.id)
    (issued,) = codes.issue_waiting(store, ASEL, PHONE, later(seconds=1), render)
    assert (issued.id, issued.state, issued.person) == (code.id, "issued", ASEL)


def test_what_a_stopped_portal_sent_too_long_ago_is_over(store: Store, portal: Caller) -> None:
    link(store)
    links.freeze(store, ASEL, portal.client.id, NOW)
    code = send(store, portal)
    links.unfreeze(store, ASEL, portal.client.id)
    assert codes.issue_waiting(store, ASEL, PHONE, code.expires, render) == []
    (recent,) = links.recent(store, ASEL)
    assert recent.state == "expired"


def test_not_me_never_shortens_a_freeze(store: Store, portal: Caller) -> None:
    link(store)
    code = send(store, portal)
    links.freeze(store, ASEL, portal.client.id, NOW)
    done = codes.not_me(store, ASEL, code.id, later(minutes=1))
    (seen,) = links.portals(store, ASEL, later(hours=48))
    assert done is not None
    assert seen.frozen_until == done.until == NOW + links.FOR_EVER


def test_forgetting_a_person_leaves_no_trace_of_phone_or_codes(
    store: Store, portal: Caller
) -> None:
    link(store)
    code = send(store, portal)
    links.forget(store, ASEL, NOW)
    assert store.codes.load(code.id) is None
    assert store.links.of(ASEL) is None
    assert links.portals(store, ASEL, NOW) == []
    assert links.recent(store, ASEL) == []


# Clients and their keys


def test_two_keys_of_a_portal_live_at_once_and_a_third_ends_the_oldest(store: Store) -> None:
    keys = [open_client(store, "INDIGO", Terms(), LIVE, NOW)]
    keys += [rotate(store, "INDIGO", LIVE, NOW) for _ in range(2)]
    test_key = rotate(store, "INDIGO", TEST, NOW)
    assert [store.clients.caller(k) is not None for k in keys] == [False, True, True]
    tester = store.clients.caller(test_key)
    assert tester is not None
    assert tester.test
    assert all(len(k) == 47 for k in keys)  # 256 bits in base64 and what they begin with


def test_a_revoked_key_opens_nothing(store: Store) -> None:
    first = open_client(store, "INDIGO", Terms(), LIVE, NOW)
    second = rotate(store, "INDIGO", LIVE, NOW)
    assert revoke(store, "INDIGO", first[-4:], NOW) == 1
    assert store.clients.caller(first) is None
    assert store.clients.caller(second) is not None
    assert revoke(store, "INDIGO", None, NOW) == 1
    assert store.clients.caller(second) is None


def test_a_name_is_given_once(store: Store) -> None:
    open_client(store, "INDIGO", Terms(), LIVE, NOW)
    with pytest.raises(NameTaken):
        open_client(store, "INDIGO", Terms(), LIVE, NOW)
    with pytest.raises(NoSuchClient):
        named(store, "AKMOLA")


def test_our_own_conversations_are_a_client_without_keys(store: Store) -> None:
    own = ourselves(store, NOW)
    assert own == ourselves(store, NOW)
    assert own.name == OURSELVES
    assert store.clients.keys(own.id) == []
