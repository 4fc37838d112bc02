/** What this viewer has chosen: open chats, panel, language, theme; and how much of it the address carries. */
import { chatOf, groups, personOf, state, tell } from "./state.js";

const asked = new URLSearchParams(location.search);
const narrow = matchMedia("(max-width: 719px)");
const dark = matchMedia("(prefers-color-scheme: dark)");

export const view = { open: [], panel: null, speakers: new Map(), unread: new Map(), letters: 0 };

export const payloadAsked = asked.get("start");

export function languageWanted() {
  const wished = [asked.get("lang"), remembered("lang"), navigator.language?.slice(0, 2)];
  return wished.find((code) => ["kk", "ru", "en"].includes(code)) ?? "kk";
}

export function themeWanted() {
  return [asked.get("theme"), remembered("theme")].find((name) => ["dark", "light"].includes(name)) ?? system();
}

const system = () => (dark.matches ? "dark" : "light");

function remembered(name) {
  try {
    return localStorage.getItem(`sandbox.${name}`);
  } catch {
    return null; // storage may be switched off; the choice then lasts as long as the page
  }
}

/** Keeps a choice for the next visit. */
export function remember(name, value) {
  try {
    localStorage.setItem(`sandbox.${name}`, value);
  } catch {
    // see `remembered`
  }
  if (asked.has(name)) address(name, value);
}

/** How many chats fit side by side on this screen: 300 px each, beside the list of people. */
export function room() {
  if (narrow.matches) return 1;
  return Math.max(1, Math.min(4, Math.floor((innerWidth - 76) / 290)));
}

/** Opens what the address asks for (`?people=pupil,parent` or `?person=parent`), or the first person. */
export function openFirst() {
  const names = (asked.get("people") ?? asked.get("person") ?? "").split(",");
  const chats = names.map(chatNamed).filter(Boolean);
  view.open = (chats.length ? [...new Set(chats)] : [state.people[0]?.id]).slice(0, room());
  tell("columns");
}

function chatNamed(name) {
  if (name === "group") return groups()[0]?.id;
  return (state.people.find((person) => person.role === name || String(person.id) === name) ?? {}).id;
}

export function show(ids) {
  view.open = ids.filter(chatOf).slice(0, room());
  for (const id of view.open) view.unread.delete(id);
  address("people", view.open.map(nameOf).join(","));
  tell("columns");
}

/** Opens one chat alone, or closes or opens it beside the others. */
export const showOnly = (id) => show([id]);
export const hide = (id) => show(view.open.filter((other) => other !== id));
export const showBeside = (id) => show([...view.open.slice(0, room() - 1), id]);

function nameOf(id) {
  const person = personOf(id);
  if (!person) return "group";
  return state.people.find((other) => other.role === person.role) === person ? person.role : String(id);
}

function address(name, value) {
  if (name === "people") asked.delete("person");
  asked.delete("start");
  asked.set(name, value);
  history.replaceState(null, "", `?${decodeURIComponent(asked)}`);
}

export function countUnread({ chat, message }) {
  if (view.open.includes(chat.id) || message.out === chat.id) return;
  view.unread.set(chat.id, (view.unread.get(chat.id) ?? 0) + 1);
  tell("unread");
}
