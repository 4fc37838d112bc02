/** How a page beside the chats speaks: its own words in Kazakh, Russian and English, and its top bar. */
import { el, logo } from "./dom.js";
import { remember } from "./view.js";

const LANGUAGES = { kk: "Қаз", ru: "Рус", en: "Eng" };
const ORDER = Object.keys(LANGUAGES);

/** What a page says with its `words`, each in the three languages in this order. */
export function spoken(words) {
  let place = 0;
  return {
    speak(language) {
      place = Math.max(0, ORDER.indexOf(language));
      document.documentElement.lang = ORDER[place];
    },
    language: () => ORDER[place],
    has: (key) => key in words,
    /** The word for `key` with {placeholders} filled; an unknown key is a bug and throws. */
    word: (key, values = {}) => words[key][place].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),
  };
}

/** The bar: the page's title, the way back to the chats, the languages; `choose` is told which. */
export const bar = ({ word, language }, choose) => el("header", { class: "bar" }, logo(), el("h1", {}, word("title")),
  el("a", { class: "back", href: "/" }, word("chats")),
  el("div", { class: "tongues", role: "group", "aria-label": word("language") },
    Object.entries(LANGUAGES).map(([code, name]) => el("button", {
      type: "button", lang: code, "aria-pressed": String(code === language()), click: () => (remember("lang", code), choose(code)),
    }, name))));
