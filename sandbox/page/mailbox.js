/** The mailbox: letters the bot has sent, newest first, each as designed (in a sealed frame) or as text. */
import { el, icon, iconButton } from "./dom.js";
import { dayName, time } from "./moments.js";
import { hear, state } from "./state.js";
import { word } from "./words.js";

let reading = null; // the letter on show, kept while new ones arrive

export function mailPanel(signal) {
  const node = el("div", { class: "panel-body mailbox", "data-testid": "mailbox-panel", "aria-live": "polite" });
  const draw = () => node.replaceChildren(...(reading ? [letter(reading, list)] : letters(open)));
  const open = (chosen) => ((reading = chosen), draw(), node.querySelector("button")?.focus());
  const list = () => ((reading = null), draw(), node.querySelector("button")?.focus());
  if (reading && !state.mail.some((known) => known.id === reading.id)) reading = null;
  hear("mail", () => reading || draw(), signal);
  draw();
  return node;
}

function letters(open) {
  if (!state.mail.length) return [el("p", { class: "hint" }, icon("mail"), word("noMail"))];
  return [el("ul", { class: "letters" }, state.mail.toReversed().map((one) => row(one, open)))];
}

function row(one, open) {
  const click = () => open(one);
  return el("li", {}, el("button", { type: "button", class: "letter", "data-testid": "letter", click },
    el("span", { class: "letter-top" }, el("b", {}, one.subject), el("time", {}, when(one))),
    el("span", { class: "letter-to" }, one.to),
    el("span", { class: "letter-start" }, (one.text ?? "").replace(/\s+/g, " ").slice(0, 100))));
}

const when = (one) => `${dayName(moment(one))}, ${time(moment(one))}`;
const moment = (one) => (typeof one.at === "number" ? one.at * 1000 : Date.parse(one.at));

function letter(one, back) {
  const body = el("div", { class: "letter-body" });
  const modes = el("div", { class: "modes", role: "group", "aria-label": word("letterPage") });
  const show = (mode) => (body.replaceChildren(mode === "html" ? frame(one) : plain(one.text ?? "")), mark(modes, mode));
  if (one.html) modes.append(modeButton("html", word("asLetter"), show), modeButton("text", word("asText"), show));
  show(one.html ? "html" : "text");
  return el("article", { class: "open-letter", "data-testid": "open-letter" },
    el("div", { class: "letter-head" }, iconButton("reply", word("allLetters"), back), el("h3", {}, one.subject)),
    el("p", { class: "letter-to" }, `${word("mailTo")}: ${one.to} · ${when(one)}`), one.html && modes, body);
}

const modeButton = (mode, label, show) => el("button", { type: "button", "data-mode": mode, click: () => show(mode) }, label);

function mark(modes, mode) {
  for (const button of modes.children) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
}

/** The letter cannot run scripts or reach this page; its links open in new tabs. */
function frame(one) {
  return el("iframe", {
    sandbox: "allow-popups allow-popups-to-escape-sandbox", title: one.subject, referrerpolicy: "no-referrer",
    srcdoc: `<base target="_blank"><meta name="color-scheme" content="light">${one.html}`,
  });
}

function plain(text) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  return el("div", { class: "letter-text" }, parts.map((part, index) => (index % 2
    ? el("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part)));
}
