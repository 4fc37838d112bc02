/** The scrolling log of one chat: renders the newest messages first and older ones as they are scrolled to. */
import { item } from "./bubble.js";
import { el, icon } from "./dom.js";
import { word } from "./words.js";

const PAGE = 60; // messages rendered at a time
const KEEP = 240; // rendered messages kept while the reader is at the bottom
const NEAR = 80; // px from the bottom that still count as reading the newest

export class MessageLog {
  constructor(chat, tools, { name, signal }) {
    Object.assign(this, { chat, tools, pinned: true, missed: 0 });
    this.list = el("div", { class: "list" });
    this.dots = el("div", { class: "dots", hidden: true, "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.scroller = el("div", {
      class: "scroller", role: "log", "aria-live": "polite", "aria-label": word("messages", { name }), tabindex: "0",
      keydown: (event) => this.walk(event),
    }, this.list, this.dots);
    this.jump = el("button", { type: "button", class: "to-latest", hidden: true, click: () => this.toBottom() });
    this.node = el("div", { class: "log" }, this.scroller, this.jump);
    this.watch(signal);
    this.fill();
  }

  watch(signal) {
    const size = new ResizeObserver(() => this.pinned && this.stick());
    size.observe(this.scroller);
    size.observe(this.list);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    signal.addEventListener("abort", () => size.disconnect());
  }

  fill() {
    this.list.replaceChildren(...this.items(Math.max(0, this.chat.messages.length - PAGE), this.chat.messages.length));
    requestAnimationFrame(() => this.stick());
  }

  items(from, to) {
    return this.chat.messages.slice(from, to).map((message, index) => this.render(message, from + index));
  }

  render(message, place) {
    return item(message, this.chat.messages[place - 1], this.tools);
  }

  add(message) {
    const mine = message.out === this.tools.viewer();
    if (message.out === "bot") this.typing(false);
    this.list.append(this.render(message, this.chat.messages.length - 1));
    if (this.pinned) this.trim(); // the size observer keeps it at the bottom
    else if (mine) this.toBottom();
    else this.miss();
  }

  miss() {
    this.missed += 1;
    this.showJump();
  }

  edit(message) {
    const old = this.find(message.message_id);
    if (!old) return;
    const focused = old.contains(document.activeElement) && this.focusPlace(old);
    const place = this.chat.messages.findLastIndex((other) => other.message_id === message.message_id);
    const fresh = this.render(message, place);
    old.replaceWith(fresh);
    if (focused !== false) this.refocus(fresh, focused);
  }

  /** Which of the message's buttons has focus, so that an edit under the fingers keeps it. */
  focusPlace(node) {
    return [...node.querySelectorAll(".inline-button")].indexOf(document.activeElement);
  }

  refocus(node, place) {
    const buttons = node.querySelectorAll(".inline-button:not(:disabled)");
    (buttons[Math.min(place, buttons.length - 1)] ?? node.querySelector("article")).focus({ preventScroll: true });
  }

  remove(ids) {
    for (const id of ids) this.find(id)?.remove();
    const first = this.list.firstElementChild;
    if (!first && this.chat.messages.length) this.fill();
    this.redate();
  }

  /** A removed message may have carried its day's line: give it to the next one. */
  redate() {
    for (const node of this.list.querySelectorAll(".item")) {
      const place = this.placeOf(node);
      const fresh = this.render(this.chat.messages[place], place);
      if (Boolean(fresh.querySelector(".day")) !== Boolean(node.querySelector(".day"))) node.replaceWith(fresh);
    }
  }

  placeOf(node) {
    const id = Number(node.querySelector("article").dataset.messageId);
    return this.chat.messages.findLastIndex((message) => message.message_id === id);
  }

  find(id) {
    return this.list.querySelector(`article[data-message-id="${Number(id)}"]`)?.parentNode;
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Answers come within a frame: a log that has just changed its size was not scrolled by its reader.
    const same = scrollHeight === this.height && clientHeight === this.room;
    this.pinned = near || (this.pinned && !same);
    Object.assign(this, { height: scrollHeight, room: clientHeight });
    if (this.pinned) this.missed = 0;
    this.showJump();
    if (scrollTop < 400) this.older();
  }

  /** Puts a page of older messages above without moving what is being read. */
  older() {
    const first = this.list.firstElementChild;
    const place = first ? this.placeOf(first) : 0;
    if (place <= 0) return;
    const height = this.scroller.scrollHeight;
    this.scroller.setAttribute("aria-live", "off");
    this.list.prepend(...this.items(Math.max(0, place - PAGE), place));
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
    this.scroller.setAttribute("aria-live", "polite");
  }

  showJump() {
    this.jump.hidden = this.pinned;
    const count = this.missed && el("span", { class: "badge" }, word("newCount", { n: this.missed }));
    this.jump.replaceChildren(...[icon("down"), el("span", { class: "sr" }, word("latest")), count].filter(Boolean));
  }

  toBottom() {
    this.trim();
    this.pinned = true;
    this.missed = 0;
    this.showJump();
    this.stick();
  }

  trim() {
    while (this.list.childElementCount > KEEP) this.list.firstElementChild.remove();
  }

  stick() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Shows a message wherever it is in the chat. */
  goTo(id) {
    const place = this.chat.messages.findIndex((message) => message.message_id === id);
    while (place >= 0 && !this.find(id) && this.placeOf(this.list.firstElementChild) > place) this.older();
    const node = this.find(id)?.querySelector("article");
    node?.scrollIntoView({ block: "center" });
    node?.focus({ preventScroll: true });
    node?.classList.add("flash");
    setTimeout(() => node?.classList.remove("flash"), 1200);
  }

  typing(on) {
    clearTimeout(this.quiet);
    this.dots.hidden = !on;
    if (on) this.quiet = setTimeout(() => this.typing(false), 5000); // Telegram shows an action for five seconds
    if (this.pinned) this.stick();
  }

  /** Arrows walk over messages; the menu key or Enter opens a message's menu. */
  walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const here = document.activeElement.closest("article");
    if (event.target.closest(".inline-keyboard, a, button")) return;
    if (event.key === "Enter" && here === event.target) here.querySelector(".more").click();
    if (!step) return;
    event.preventDefault();
    const all = [...this.list.querySelectorAll("article")];
    (all[here ? all.indexOf(here) + step : all.length - 1] ?? here)?.focus();
  }
}
