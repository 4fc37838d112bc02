/** Telegram text with entities (UTF-16 offsets, as JavaScript counts) as page nodes. */
import { copyText } from "./clipboard.js";
import { el } from "./dom.js";
import { formatted } from "./moments.js";
import { spoiler, quote } from "./reveals.js";
import { word } from "./words.js";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** The nodes of `text`; `tools` act on commands (`say`) and deep links (`start`). */
export function rich(text, entities, tools) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, sorted, { from: 0, to: text.length }, tools);
}

function span(text, entities, { from, to }, tools) {
  const nodes = [];
  let at = from;
  for (const entity of entities) {
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    const inner = entities.slice(entities.indexOf(entity) + 1).filter((other) => other.offset < end);
    const dressed = span(text, inner, { from: entity.offset, to: end }, tools);
    nodes.push(text.slice(at, entity.offset), dress(entity, dressed, text.slice(entity.offset, end), tools));
    at = BLOCKS.has(entity.type) && text[end] === "\n" && end < to ? end + 1 : end; // a block ends its line itself
  }
  return [...nodes, text.slice(at, to)].filter((node) => node !== "");
}

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

function dress(entity, inner, plain, tools) {
  const tag = TAGS[entity.type];
  if (tag) return el(tag, {}, inner);
  return (LOOKS[entity.type] ?? (() => el("span", {}, inner)))({ entity, inner, plain, tools });
}

const LOOKS = {
  code: ({ inner, plain }) => tapToCopy("code", inner, plain),
  pre: ({ entity, inner, plain }) => block(entity, inner, plain),
  spoiler: ({ inner }) => spoiler(inner),
  blockquote: ({ inner }) => el("blockquote", {}, inner),
  expandable_blockquote: ({ inner }) => quote(inner),
  text_link: ({ entity, inner, tools }) => link(entity.url, inner, tools),
  url: ({ inner, plain, tools }) => link(/^[a-z]+:/i.test(plain) ? plain : `http://${plain}`, inner, tools),
  email: ({ inner, plain, tools }) => link(`mailto:${plain}`, inner, tools),
  phone_number: ({ inner, plain, tools }) => link(`tel:${plain.replace(/[^+\d]/g, "")}`, inner, tools),
  mention: ({ inner, plain, tools }) => link(`https://t.me/${plain.slice(1)}`, inner, tools),
  bot_command: ({ plain, tools }) => el("button", { type: "button", class: "command", click: () => tools.say(plain) }, plain),
  hashtag: ({ inner }) => el("span", { class: "tag" }, inner),
  cashtag: ({ inner }) => el("span", { class: "tag" }, inner),
  date_time: ({ entity, plain }) => moment(entity, plain),
};

/** A link to a safe address, or plain text; the bot's own deep links act inside this chat. */
export function link(address, inner, tools, props = {}) {
  const url = safe(address);
  if (!url) return el("span", {}, inner);
  const anchor = el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href, ...props }, inner);
  const inside = deepLink(url, tools.username);
  if (inside) anchor.addEventListener("click", (event) => follow(event, inside, tools));
  return anchor;
}

function follow(event, inside, tools) {
  event.preventDefault();
  if (inside.payload !== null) tools.start(inside.payload);
}

export function safe(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && SAFE.has(url.protocol) ? url : null;
}

/** For t.me/<bot> or tg://resolve?domain=<bot>: its start payload (null without one); otherwise null. */
export function deepLink(url, username) {
  const web = /^(t|telegram)\.me$/.test(url.host) && url.pathname.slice(1);
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : web;
  if (!name || name.toLowerCase() !== username?.toLowerCase()) return null;
  return { payload: url.searchParams.get("start") };
}

function tapToCopy(tag, inner, plain) {
  const copy = () => copyText(plain);
  const press = (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), copy());
  return el(tag, { class: "copyable", tabindex: "0", role: "button", title: word("copyCode"), click: copy, keydown: press }, inner);
}

function block(entity, inner, plain) {
  const copy = el("button", { type: "button", class: "quiet", click: () => copyText(plain) }, word("copyCode"));
  return el("div", { class: "code-block" },
    el("div", { class: "code-head" }, el("span", {}, entity.language ?? ""), copy),
    el("pre", { tabindex: "0" }, el("code", {}, inner)));
}

function moment(entity, plain) {
  const at = entity.unix_time * 1000;
  const shown = entity.date_time_format ? formatted(at, entity.date_time_format) : plain;
  return el("time", { datetime: new Date(at).toISOString(), title: formatted(at, "wDt") }, shown);
}
