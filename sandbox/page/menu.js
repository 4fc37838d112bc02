/** A small menu beside a button or the pointer; arrows move, Enter chooses, Escape closes. */
import { el, icon } from "./dom.js";

/** `items` are {label, picture, choose}; `at` is where: {x, y} in page pixels. */
export function popMenu(label, items, at) {
  const list = el("div", { role: "menu", "aria-label": label }, items.map(row));
  const dialog = el("dialog", { class: "menu", keydown: walk }, list);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  place(dialog, at);
  list.firstElementChild?.focus();
}

function row({ label, picture, choose }) {
  return el("button", { type: "button", role: "menuitem", click: choose }, icon(picture), el("span", {}, label));
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const here = items.indexOf(document.activeElement);
  items.at((here + step + items.length) % items.length).focus();
}

function place(dialog, { x, y }) {
  const { width, height } = dialog.getBoundingClientRect();
  dialog.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  dialog.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

/** Under the pointer, or at the button when the keyboard pressed it. */
export function pointOf(event) {
  if (event.clientX || event.clientY) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  return { x: left, y: bottom };
}
