/** Text that opens on a tap: spoilers and long quotes. */
import { el } from "./dom.js";
import { word } from "./words.js";

/** Hidden from eyes and screen readers alike until pressed. */
export function spoiler(inner) {
  const hidden = el("span", { class: "spoiler-text", inert: true, "aria-hidden": "true" }, inner);
  const cover = el("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": word("spoiler"), title: word("spoiler"),
    click: () => open(cover, hidden),
    keydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), open(cover, hidden)),
  }, hidden);
  return cover;
}

function open(cover, hidden) {
  for (const name of ["role", "tabindex", "aria-label", "title"]) cover.removeAttribute(name);
  hidden.removeAttribute("inert");
  hidden.removeAttribute("aria-hidden");
  cover.classList.add("open");
}

/** A quote of three lines that unfolds. */
export function quote(inner) {
  const body = el("div", { class: "quote-body" }, inner);
  const click = () => unfold(body, toggle);
  const toggle = el("button", { type: "button", class: "quiet", "aria-expanded": "false", click }, word("showAll"));
  return el("blockquote", { class: "folded" }, body, toggle);
}

function unfold(body, toggle) {
  const folded = body.parentNode.classList.toggle("folded");
  toggle.setAttribute("aria-expanded", String(!folded));
  toggle.textContent = word(folded ? "showAll" : "showLess");
}
