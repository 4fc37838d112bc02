/** Inline keyboards under messages and reply keyboards under the composer. */
import { copyText } from "./clipboard.js";
import { el, icon } from "./dom.js";
import { link } from "./entities.js";
import { word } from "./words.js";

/** Rows of inline buttons; `tools.tap(row, column)` resolves when the bot has answered. */
export function inlineKeyboard(markup, tools) {
  const rows = markup?.inline_keyboard ?? [];
  if (!rows.some((row) => row.length)) return null;
  return el("div", { class: "inline-keyboard" }, rows.map((row, y) => el("div", { class: "row" },
    row.map((button, x) => inlineButton(button, { row: y, column: x }, tools)))));
}

function inlineButton(button, place, tools) {
  const props = { class: "inline-button", "data-testid": "inline-button", "data-style": button.style };
  if (button.url) return link(button.url, [button.text, icon("link")], tools, props);
  if (button.copy_text) return copyButton(button, props);
  return tapButton(button, props, () => tools.tap(place));
}

function tapButton(button, props, tap) {
  const node = el("button", { type: "button", ...props, disabled: Boolean(button.disabled) }, el("span", {}, button.text));
  node.addEventListener("click", () => spin(node, tap));
  return node;
}

/** Shows that the bot is thinking; a second tap meanwhile goes through, as in Telegram. */
async function spin(node, tap) {
  node.setAttribute("aria-busy", "true");
  await tap();
  node.removeAttribute("aria-busy");
}

function copyButton(button, props) {
  const face = el("span", {}, button.text);
  const node = el("button", { type: "button", ...props, disabled: Boolean(button.disabled) }, face, icon("copy"));
  node.addEventListener("click", async () => (await copyText(button.copy_text.text)) && flash(node, button.text));
  return node;
}

function flash(node, text) {
  node.classList.add("copied");
  node.replaceChildren(icon("check"), word("copied"));
  setTimeout(() => {
    node.classList.remove("copied");
    node.replaceChildren(el("span", {}, text), icon("copy"));
  }, 1600);
}

/** The reply keyboard; `press(button)` gets each button as an object. */
export function replyKeyboard(markup, press) {
  return el("div", {
    class: "reply-keyboard", role: "group", "aria-label": word("answers"), "data-tall": !markup.resize_keyboard,
  }, markup.keyboard.map((row) => el("div", { class: "row" }, row.map((button) => replyButton(button, press)))));
}

function replyButton(raw, press) {
  const button = typeof raw === "string" ? { text: raw } : raw;
  return el("button", {
    type: "button", class: "reply-button", "data-testid": "reply-button", "data-style": button.style, click: () => press(button),
  }, picture(button), el("span", {}, button.text));
}

function picture(button) {
  if (button.request_contact) return icon("contact");
  return button.request_location ? icon("location") : null;
}
