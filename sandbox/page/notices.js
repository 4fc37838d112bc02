/** Short notices that come and go, announced politely to screen readers. */
import { el } from "./dom.js";

const STAY = 3200; // ms: long enough to read two short lines

/** Shows `text` inside `place` (the whole page by default); it leaves by itself. */
export function notice(text, place = document.getElementById("notices")) {
  const node = el("div", { class: "notice" }, text);
  place.append(node);
  setTimeout(() => node.remove(), Math.max(STAY, text.length * 60));
}
