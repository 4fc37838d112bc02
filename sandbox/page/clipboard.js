/** Copies text and says so; works on plain http too, where browsers withhold the clipboard API. */
import { el } from "./dom.js";
import { notice } from "./notices.js";
import { word } from "./words.js";

/** Whether `text` reached the clipboard; the person is told either way. */
export async function copyText(text) {
  const done = await written(text);
  notice(word(done ? "copied" : "cannotCopy"));
  return done;
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenByHand(text);
  }
}

function writtenByHand(text) {
  const focused = document.activeElement;
  const area = el("textarea", { class: "sr", "aria-hidden": "true", value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}
