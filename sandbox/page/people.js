/** The list of people: who is open, who has news, and opening one alone or beside the others. */
import { avatar, badge, el, groupAvatar, iconButton } from "./dom.js";
import { summary } from "./media.js";
import { dayKey, dayName, now, time } from "./moments.js";
import { chatOf, fullName, groups, hear, state } from "./state.js";
import { hide, room, showBeside, showOnly, view } from "./view.js";
import { roleWord, word } from "./words.js";

/** The navigation with one entry a person, then the groups. */
export function peopleList(signal) {
  const list = el("ul", {});
  const node = el("nav", { class: "people", "aria-labelledby": "people-title" },
    el("h2", { id: "people-title" }, word("people")), list);
  let due = 0;
  const draw = () => { due ||= requestAnimationFrame(() => ((due = 0), redraw(list))); };
  for (const type of ["columns", "unread", "people", "message", "edited", "deleted"]) hear(type, draw, signal);
  redraw(list);
  draw();
  return node;
}

/** Draws anew and gives the focus back to the entry that had it. */
function redraw(list) {
  const focused = list.contains(document.activeElement) && document.activeElement.closest("[data-entry]")?.dataset.entry;
  const people = state.people.map((person) => ({ id: person.id, name: person.first_name, title: fullName(person), person }));
  const others = groups().map((chat) => ({ id: chat.id, name: chat.title || word("group"), title: chat.title, person: null }));
  list.replaceChildren(...[...people, ...others].map(entry));
  if (focused) list.querySelector(`[data-entry="${focused}"] .person`)?.focus();
  uncover(list);
}

/** On a phone the list is wider than the screen: whoever is opened is scrolled to, once. */
function uncover(list) {
  const open = view.open.join();
  if (!list.isConnected || list.dataset.uncovered === open) return;
  list.dataset.uncovered = open;
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function entry({ id, name, title, person }) {
  const open = view.open.includes(id);
  return el("li", { "data-entry": id, "data-open": open }, tab({ id, name, title, person, open }), besideButton(id, title, open));
}

function tab({ id, name, title, person, open }) {
  const unread = view.unread.get(id);
  return el("button", {
    type: "button", class: "person", "data-person-role": person?.role ?? "group", "data-person-id": id,
    "aria-current": open ? "true" : null, title, click: (event) => enter(event, id),
  },
  person ? avatar(person.first_name, person.role) : groupAvatar(),
  el("span", { class: "person-text" },
    el("span", { class: "person-name" }, name),
    el("span", { class: "role" }, person ? roleWord(person.role) : word("group"))),
  preview(id), badge(unread, word("unread", { n: unread })));
}

/** Opens the chat; with a mouse one can type at once, as in Telegram (a phone would throw its keyboard up). */
function enter(event, id) {
  showOnly(id);
  const ready = event.detail && matchMedia("(hover: hover)").matches;
  if (ready) document.querySelector(`[data-chat-id="${id}"] :is(textarea, .big-button)`)?.focus();
}

function preview(id) {
  const last = chatOf(id)?.messages.at(-1);
  if (!last) return null;
  const at = last.date * 1000;
  const when = dayKey(at) === dayKey(now()) ? time(at) : dayName(at);
  return el("span", { class: "preview", "aria-hidden": "true" }, el("span", {}, summary(last)), el("time", {}, when));
}

function besideButton(id, name, open) {
  if (room() < 2) return null;
  const alone = open && view.open.length === 1;
  return iconButton("columns", word("beside", { name }), () => (open ? hide(id) : showBeside(id)),
    { class: "beside", "aria-pressed": String(open), disabled: alone, "data-testid": "beside" });
}
