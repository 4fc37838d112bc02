/** The side panel and which of mail, clock or people it shows; Escape closes it and gives the focus back. */
import { clockPanel } from "./clock.js";
import { el, iconButton } from "./dom.js";
import { mailPanel } from "./mailbox.js";
import { peoplePanel } from "./persons.js";
import { hear, tell } from "./state.js";
import { view } from "./view.js";
import { word } from "./words.js";

const PANELS = {
  mail: { title: "mailbox", body: mailPanel },
  clock: { title: "clock", body: clockPanel },
  people: { title: "people", body: peoplePanel },
};

export function toggle(name) {
  view.panel = view.panel === name ? null : name;
  tell("panel", { focus: true });
}

export function close() {
  const opener = document.querySelector(`[data-panel="${view.panel}"]`);
  view.panel = null;
  tell("panel");
  opener?.focus();
}

export function panelPlace(signal) {
  const node = el("aside", { class: "panel", hidden: true, "aria-labelledby": "panel-title" });
  node.addEventListener("keydown", (event) => event.key === "Escape" && close());
  let life = new AbortController();
  hear("panel", ({ focus }) => {
    life.abort();
    life = new AbortController();
    draw(node, AbortSignal.any([signal, life.signal]), focus);
  }, signal);
  draw(node, AbortSignal.any([signal, life.signal]));
  return node;
}

const expand = (button, open) => button.setAttribute("aria-expanded", String(open));

function draw(node, signal, focus) {
  const panel = PANELS[view.panel];
  node.hidden = !panel;
  node.dataset.panelName = view.panel ?? "";
  for (const button of document.querySelectorAll("[data-panel]")) expand(button, button.dataset.panel === view.panel);
  if (!panel) return node.replaceChildren();
  const shut = iconButton("close", word("close"), close, { "data-testid": "panel-close" });
  const title = el("h2", { id: "panel-title" }, word(panel.title));
  node.replaceChildren(el("header", { class: "panel-head" }, title, shut), panel.body(signal));
  return focus && shut.focus();
}
