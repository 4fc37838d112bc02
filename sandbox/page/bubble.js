/** One message as a bubble: who, what it answers or forwards, its contents, its time, its buttons. */
import { el, icon } from "./dom.js";
import { rich } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { media, summary } from "./media.js";
import { dayKey, dayName, time } from "./moments.js";
import { fullName, personOf, state } from "./state.js";
import { word } from "./words.js";

/** A bubble, under a day line when it is the first of its day. */
export function item(message, before, tools) {
  const newDay = !before || dayKey(before.date * 1000) !== dayKey(message.date * 1000);
  const day = newDay && el("div", { class: "day" }, el("span", {}, dayName(message.date * 1000)));
  return el("div", { class: "item", "data-side": side(message, tools) }, day, bubble(message, tools));
}

export function side(message, tools) {
  if (message.out === "bot") return "bot";
  return message.out === tools.viewer() ? "me" : "other";
}

function bubble(message, tools) {
  const body = el("div", { class: "bubble", lang: spoken(message), "data-bare": Boolean(message.sticker) },
    head(message, tools), media(message), text(message, tools), meta(message));
  const keyboard = inlineKeyboard(message.reply_markup, { ...tools, tap: (place) => tools.tap(message, place) });
  return el("article", {
    class: "message", "data-message-id": message.message_id, "data-from": side(message, tools), tabindex: "-1",
    "aria-label": `${sender(message)}, ${time(message.date * 1000)}`, contextmenu: (event) => menu(event, message, tools),
  }, el("div", { class: "stack" }, body, keyboard),
  more(message, tools));
}

function more(message, tools) {
  return el("button", {
    type: "button", class: "icon-button more", tabindex: "-1", "aria-label": word("actions"), title: word("actions"),
    click: (event) => menu(event, message, tools),
  }, icon("more"));
}

function menu(event, message, tools) {
  if (event.type === "contextmenu" && (event.target.closest("a, button") || String(getSelection()))) return;
  event.preventDefault();
  tools.menu(event, message);
}

function head(message, tools) {
  return [forwarded(message), named(message, tools), replied(message, tools)];
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user_name ?? fullName(origin.sender_user ?? origin.chat ?? {}) ?? "";
  return el("div", { class: "forwarded" }, icon("forward"), word("forwarded", { name }));
}

function named(message, tools) {
  if (tools.chat.type === "private" || side(message, tools) === "me") return null;
  const role = personOf(message.out)?.role ?? "bot";
  return el("div", { class: "sender", "data-role": role }, sender(message));
}

export function sender(message) {
  if (message.out === "bot") return state.bot.name;
  return fullName(personOf(message.out) ?? message.from ?? {});
}

function replied(message, tools) {
  const original = message.reply_to_message;
  if (!original) return null;
  return el("button", { type: "button", class: "quoted", click: () => tools.jump(original.message_id) },
    el("b", {}, sender({ out: original.from?.is_bot ? "bot" : original.from?.id, ...original })),
    el("span", {}, summary(original)));
}

function text(message, tools) {
  const words = message.text ?? message.caption;
  if (!words) return null;
  return el("div", { class: "text" }, rich(words, message.entities ?? message.caption_entities, tools));
}

function meta(message) {
  const at = message.date * 1000;
  return el("span", { class: "meta" },
    Boolean(message.reactions?.length) && el("span", { class: "reaction" }, message.reactions.map((reaction) => reaction.emoji)),
    message.has_protected_content && lock(word("protected")),
    message.edit_date && el("span", { class: "edited" }, word("edited")),
    el("time", { datetime: new Date(at).toISOString() }, time(at)));
}

const lock = (label) => el("span", { class: "lock", role: "img", "aria-label": label, title: label }, icon("lock"));

/** The language a message is probably in, so that a screen reader speaks it right. */
function spoken(message) {
  const words = message.text ?? message.caption ?? "";
  if (/[әғқңөұүһі]/i.test(words)) return "kk";
  return /[а-яё]/i.test(words) ? "ru" : "en";
}
