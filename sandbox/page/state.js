/** What the page knows (people, chats, letters, clock) and how each server event changes it. */

const bus = new EventTarget();

export const state = { bot: {}, people: [], chats: [], mail: [], clock: null, version: 0 };
export const drafts = new Map();

/** Calls `listen(detail)` on every `type`, until `signal` is aborted. */
export function hear(type, listen, signal) {
  bus.addEventListener(type, (event) => listen(event.detail), { signal });
}

export function tell(type, detail = {}) {
  bus.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Takes the server's whole state. */
export function replace(snapshot) {
  Object.assign(state, snapshot);
  for (const chat of state.chats) chat.messages = chat.messages.filter((message) => !message.deleted);
}

/** Takes people, blocks and the bot's card from a fresh snapshot and leaves the messages alone. */
export function refresh(snapshot) {
  state.bot = snapshot.bot;
  state.people = snapshot.people;
  for (const fresh of snapshot.chats) renew(fresh);
}

function renew(fresh) {
  const known = chatOf(fresh.id);
  if (known) Object.assign(known, { title: fresh.title, blocked: fresh.blocked });
  else state.chats.push({ ...fresh, messages: fresh.messages.filter((message) => !message.deleted) });
}

export const chatOf = (id) => state.chats.find((chat) => chat.id === id);
export const personOf = (id) => state.people.find((person) => person.id === id);
export const groups = () => state.chats.filter((chat) => chat.type !== "private");
export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");
export const messageIn = (chat, id) => chat.messages.findLast((message) => message.message_id === id);

/** Applies one server event; false when only a fresh state can tell what happened. */
export function apply(event) {
  const change = CHANGES[event.type];
  state.version = event.n;
  return change ? change(event) !== false : false;
}

const CHANGES = {
  message: (event) => onChat(event, (chat) => arrive(chat, event.message)),
  edited: (event) => onChat(event, (chat) => edit(chat, event.message)),
  deleted: (event) => onChat(event, (chat) => drop(chat, event.message_ids)),
  keyboard: (event) => onChat(event, (chat) => keyboard(chat, event.reply_keyboard)),
  action: (event) => tell("action", event),
  toast: (event) => tell("toast", event),
  mail: (event) => letter(event.letter),
  clock: (event) => tick(event.clock),
};

function onChat(event, change) {
  const chat = chatOf(event.chat_id);
  if (!chat) return false;
  change(chat);
  return true;
}

function arrive(chat, message) {
  if (messageIn(chat, message.message_id)) return edit(chat, message);
  chat.messages.push(message);
  return tell("message", { chat, message });
}

function edit(chat, message) {
  const place = chat.messages.findLastIndex((old) => old.message_id === message.message_id);
  if (place < 0) return;
  chat.messages[place] = message;
  tell("edited", { chat, message });
}

function drop(chat, ids) {
  chat.messages = chat.messages.filter((message) => !ids.includes(message.message_id));
  tell("deleted", { chat, ids });
}

function keyboard(chat, markup) {
  chat.reply_keyboard = markup;
  tell("keyboard", { chat });
}

function letter(fresh) {
  state.mail.push(fresh);
  tell("mail", { letter: fresh });
}

export function tick(clock) {
  state.clock = { ...clock, heard: Date.now() };
  tell("clock");
}
