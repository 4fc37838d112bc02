/** Puts the page together, keeps it in step with the server, and changes its language and theme. */
import { act } from "./api.js";
import { Column } from "./column.js";
import { el } from "./dom.js";
import { connect } from "./events.js";
import { notice } from "./notices.js";
import { panelPlace } from "./panels.js";
import { peopleList } from "./people.js";
import { chatOf, hear, state } from "./state.js";
import { topbar } from "./topbar.js";
import { countUnread, languageWanted, openFirst, payloadAsked, show, themeWanted, view } from "./view.js";
import { speak, word } from "./words.js";

const app = document.getElementById("app");
const open = new Map(); // chat id -> its column and the controller that ends it
let page = new AbortController();
let columns = el("main");

function build() {
  const focused = document.activeElement?.closest("[data-chat-id]")?.dataset.chatId;
  page.abort();
  page = new AbortController();
  shut([...open.keys()]);
  columns = el("main", { class: "columns", "aria-label": word("chats") });
  const work = el("div", { class: "work" }, peopleList(page.signal), columns, panelPlace(page.signal));
  app.replaceChildren(skipLink(), topbar(page.signal), work, banner());
  drawColumns();
  if (focused) open.get(Number(focused))?.column.composer.focus();
}

function skipLink() {
  const click = (event) => (event.preventDefault(), columns.querySelector("textarea, .big-button")?.focus());
  return el("a", { class: "skip", href: "#app", click }, word("skip"));
}

const banner = () => el("div", { class: "banner", role: "alert", hidden: true });

/** Opens and closes columns, leaving alone the ones that stay. */
function drawColumns() {
  shut([...open.keys()].filter((id) => !view.open.includes(id)));
  const several = view.open.length > 1;
  app.dataset.columns = view.open.length;
  for (const id of view.open) if (open.get(id)?.several !== several) reopen(id, several);
  for (const [place, id] of view.open.entries()) {
    const { node } = open.get(id).column;
    if (columns.children[place] !== node) columns.insertBefore(node, columns.children[place] ?? null);
  }
  title();
}

function reopen(id, several) {
  shut([id]);
  const life = new AbortController();
  open.set(id, { column: new Column(chatOf(id), life.signal), life, several });
}

function shut(ids) {
  for (const id of ids) {
    open.get(id)?.life.abort();
    open.get(id)?.column.node.remove();
    open.delete(id);
  }
}

function title() {
  const unread = [...view.unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = (unread ? `(${unread}) ` : "") + word("title");
}

function look({ lang, theme }) {
  if (theme) document.documentElement.dataset.theme = theme;
  if (lang) speak(lang);
  build();
  app.querySelector(lang ? ".language" : "[data-testid=theme]")?.focus();
}

let greeted = false;

function ready() {
  quiet();
  view.open = view.open.filter(chatOf);
  if (!greeted) view.letters = state.mail.length;
  if (!view.open.length) openFirst();
  build();
  if (!greeted && payloadAsked) act(view.open[0], "start", { payload: payloadAsked });
  greeted = true;
}

let worry = null;

/** A break shorter than a blink is nobody's business. */
function broken() {
  worry ??= setTimeout(() => {
    const sign = app.querySelector(".banner");
    if (sign) Object.assign(sign, { hidden: false, textContent: word("reconnecting") });
  }, 700);
}

function quiet() {
  const shown = app.querySelector(".banner:not([hidden])");
  clearTimeout(worry);
  worry = null;
  if (shown && greeted) notice(word("back"));
}

document.documentElement.dataset.theme = themeWanted();
speak(languageWanted());
app.replaceChildren(el("p", { class: "loading" }, word("loading")), banner());
hear("ready", ready);
hear("broken", broken);
hear("look", look);
hear("columns", () => greeted && drawColumns());
hear("message", countUnread);
hear("unread", title);
addEventListener("resize", () => greeted && show(view.open));
connect();
