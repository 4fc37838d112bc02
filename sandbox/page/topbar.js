/** The top of the page: name, how many chats side by side, clock, mail, people, language, theme. */
import { hasDemo } from "./api.js";
import { badge, el, icon, iconButton, logo } from "./dom.js";
import { dayKey, longDay, now, time } from "./moments.js";
import { toggle } from "./panels.js";
import { groups, hear, state, tell } from "./state.js";
import { remember, room, show, view } from "./view.js";
import { LANGUAGES, language, word } from "./words.js";

export function topbar(signal) {
  return el("header", { class: "topbar" },
    el("div", { class: "brand" }, logo(), el("h1", {}, word("title"))),
    layouts(signal), demoLink(), clockButton(signal), mailButton(signal),
    panelButton("people", "people", word("people")), languages(), themeButton());
}

function layouts(signal) {
  const node = el("div", { class: "layouts", role: "group", "aria-label": word("columns") });
  const draw = () => node.replaceChildren(icon("columns"), ...[1, 2, 3, 4].map(layout));
  hear("columns", draw, signal);
  window.addEventListener("resize", draw, { signal });
  draw();
  return node;
}

function layout(count) {
  const label = word("columnsN", { n: count });
  return el("button", {
    type: "button", title: label, "aria-label": label, "aria-pressed": String(view.open.length === count),
    disabled: count > room(), "data-testid": `columns-${count}`, click: () => spread(count),
  }, String(count));
}

/** Keeps the open chats and adds the next people until there are `count`. */
function spread(count) {
  const everyone = [...view.open, ...state.people.map((person) => person.id), ...groups().map((chat) => chat.id)];
  show([...new Set(everyone)].slice(0, count));
}

function demoLink() {
  const node = el("a", { class: "demo", href: "/demo/", target: "_blank", rel: "noopener", hidden: true },
    icon("portal"), el("span", {}, word("demo")));
  hasDemo().then((there) => { node.hidden = !there; });
  return node;
}

function panelButton(panel, picture, label, ...inside) {
  const node = iconButton(picture, label, () => toggle(panel), { "data-panel": panel, "aria-expanded": String(view.panel === panel) });
  node.append(...inside);
  return node;
}

function clockButton(signal) {
  const face = el("span", { class: "clock-face" });
  const node = el("button", {
    type: "button", class: "chip", "data-testid": "clock", "data-panel": "clock",
    "aria-expanded": String(view.panel === "clock"), click: () => toggle("clock"),
  }, icon("clock"), face);
  const draw = () => drawClock(node, face);
  hear("clock", draw, signal);
  const beat = setInterval(draw, 5000);
  signal.addEventListener("abort", () => clearInterval(beat));
  draw();
  return node;
}

function drawClock(node, face) {
  const moved = Boolean(state.clock?.moved);
  const away = dayKey(now()) !== dayKey(Date.now());
  node.classList.toggle("moved", moved);
  const parts = [word("clock"), longDay(now(), true), time(now()), moved && word("moved")];
  node.setAttribute("aria-label", parts.filter(Boolean).join(", "));
  node.title = word(moved ? "moved" : "clock");
  face.replaceChildren(...[away && el("span", { class: "clock-day" }, shortDay()), time(now())].filter(Boolean));
}

function shortDay() {
  const [, month, day] = dayKey(now()).split("-");
  return `${day}.${month} `;
}

function mailButton(signal) {
  const node = panelButton("mail", "mail", word("mailbox"));
  node.dataset.testid = "mailbox";
  const draw = () => drawMail(node);
  for (const type of ["mail", "panel"]) hear(type, draw, signal);
  draw();
  return node;
}

function drawMail(node) {
  if (view.panel === "mail") view.letters = state.mail.length;
  const unread = Math.max(0, state.mail.length - view.letters);
  node.querySelector(".badge")?.remove();
  const mark = badge(unread, word("unread", { n: unread }));
  if (mark) node.append(mark);
  node.setAttribute("aria-label", unread ? `${word("mailbox")}, ${word("unread", { n: unread })}` : word("mailbox"));
}

function languages() {
  const label = word("language");
  const choice = el("select", { class: "language", "aria-label": label, title: label, change: () => choose("lang", choice.value) },
    Object.entries(LANGUAGES).map(([code, name]) => languageOption(code, name)));
  return choice;
}

function languageOption(code, name) {
  const props = { value: code, lang: code, "aria-label": name, title: name, selected: code === language() };
  return el("option", props, name.slice(0, 3));
}

function themeButton() {
  const dark = document.documentElement.dataset.theme === "dark";
  const click = () => choose("theme", dark ? "light" : "dark");
  return iconButton(dark ? "sun" : "moon", word(dark ? "toLight" : "toDark"), click, { "data-testid": "theme" });
}

function choose(name, value) {
  remember(name, value);
  tell("look", { [name]: value });
}
