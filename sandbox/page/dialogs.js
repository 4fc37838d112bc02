/** Questions and alerts over the page, on the browser's own <dialog>: Escape and focus come with it. */
import { el } from "./dom.js";
import { word } from "./words.js";

function open(content, props = {}) {
  const dialog = el("dialog", { class: "box", ...props }, content);
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  return dialog;
}

const closed = (dialog) => new Promise((done) => {
  dialog.addEventListener("close", () => (dialog.remove(), done(dialog.returnValue)));
});

/** A text with one button, as Telegram shows `show_alert`. */
export function alertBox(text, title) {
  const form = el("form", { method: "dialog" }, el("h2", {}, title), el("p", { class: "pre-line" }, text),
    el("div", { class: "box-buttons" }, el("button", { class: "main", autofocus: true }, word("ok"))));
  return closed(open(form, { role: "alertdialog", "aria-label": title, "data-testid": "alert" }));
}

/** Resolves to whether the person agreed. */
export async function confirmBox({ title, text, yes }) {
  const form = el("form", { method: "dialog" }, el("h2", {}, title), el("p", { class: "pre-line" }, text),
    el("div", { class: "box-buttons" },
      el("button", { value: "no" }, word("cancel")),
      el("button", { class: "main", value: "yes", autofocus: true, "data-testid": "confirm" }, yes)));
  return (await closed(open(form, { "aria-label": title }))) === "yes";
}

/** Resolves to the chosen option's `value` (a string), or "" when closed. */
export function choose(title, options) {
  const button = ({ value, label, picture }) => el("button", { class: "choice", value: String(value) }, picture ?? null, label);
  const form = el("form", { method: "dialog" }, el("h2", {}, title), el("div", { class: "choices" }, options.map(button)),
    el("div", { class: "box-buttons" }, el("button", { value: "" }, word("cancel"))));
  return closed(open(form, { "aria-label": title }));
}

/** A form in a box; resolves to its FormData, or null when closed without sending. */
export async function formBox(title, fields, yes) {
  const form = el("form", { method: "dialog" }, el("h2", {}, title), fields,
    el("div", { class: "box-buttons" },
      el("button", { value: "", formnovalidate: true }, word("cancel")),
      el("button", { class: "main", value: "yes", "data-testid": "confirm" }, yes)));
  form.addEventListener("keydown", sendOnEnter);
  return (await closed(open(form, { "aria-label": title }))) === "yes" ? new FormData(form) : null;
}

/** Enter means the main button, though Cancel comes first in the form. */
function sendOnEnter(event) {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector(".main"));
}

/** One picture over the whole page. */
export function lightbox(url, label) {
  const picture = el("img", { src: url, alt: label });
  const close = el("button", { class: "lightbox-close", autofocus: true }, word("close"));
  closed(open(el("form", { method: "dialog" }, picture, close), { class: "box lightbox", "aria-label": label }));
}
