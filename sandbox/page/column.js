/** One open chat: its heading, its log, and below them the composer, the Start button or the block. */
import { act } from "./api.js";
import { alertBox } from "./dialogs.js";
import { deepLink, safe } from "./entities.js";
import { Composer } from "./composer.js";
import { avatar, el, groupAvatar, icon, iconButton, logo } from "./dom.js";
import { messageMenu } from "./actions.js";
import { MessageLog } from "./messages.js";
import { notice } from "./notices.js";
import { fullName, hear, personOf, state } from "./state.js";
import { hide, view } from "./view.js";
import { roleWord, word } from "./words.js";

export class Column {
  constructor(chat, signal) {
    Object.assign(this, { chat, person: personOf(chat.id), signal });
    this.tools = this.makeTools();
    this.node = el("section", {
      class: "column", "aria-label": word("chatOf", { name: this.name() }),
      "data-chat-id": chat.id, "data-column-role": this.person?.role ?? "group",
    });
    this.log = new MessageLog(chat, this.tools, { name: this.name(), signal });
    this.status = el("span", { class: "status" });
    this.foot = el("div", { class: "foot" });
    this.notices = el("div", { class: "notices", role: "status", "aria-live": "polite" });
    this.composer = new Composer(this.tools, this.node);
    const dropSign = el("div", { class: "drop-sign", "aria-hidden": "true" }, word("dropHere"));
    this.node.append(this.heading(), this.log.node, this.notices, this.foot, dropSign);
    this.listen();
    this.redraw();
  }

  name() {
    return this.person ? fullName(this.person) : this.chat.title ?? word("group");
  }

  /** What bubbles, keyboards and the composer may do in this chat, and as whom. */
  makeTools() {
    const { chat } = this;
    const viewer = () => this.person?.id ?? view.speakers.get(chat.id) ?? chat.members[0];
    return {
      chat, viewer, username: state.bot.username,
      say: (text, replyTo) => act(viewer(), "say", { chat_id: chat.id, text, reply_to_message_id: replyTo }),
      start: (payload) => act(viewer(), "start", { payload }),
      tap: (message, place) => this.tap(message, place),
      menu: (event, message) => messageMenu(event, message, this),
      jump: (id) => this.log.goTo(id),
    };
  }

  async tap(message, { row, column }) {
    const answer = await act(this.tools.viewer(), "tap", { chat_id: this.chat.id, message_id: message.message_id, row, column });
    if (answer?.url) this.openUrl(answer.url);
  }

  openUrl(address) {
    const url = safe(address);
    const inside = url && deepLink(url, state.bot.username);
    if (inside) this.tools.start(inside.payload ?? "");
    else if (url) window.open(url.href, "_blank", "noopener");
  }

  listen() {
    const mine = (react) => (event) => (event.chat?.id ?? event.chat_id) === this.chat.id && react(event);
    hear("message", mine(({ message }) => this.arrived(message)), this.signal);
    hear("edited", mine(({ message }) => this.log.edit(message)), this.signal);
    hear("deleted", mine(({ ids }) => (this.log.remove(ids), this.redraw())), this.signal);
    hear("keyboard", mine(() => this.composer.showKeyboard()), this.signal);
    hear("action", mine(({ action }) => this.acting(action)), this.signal);
    hear("toast", mine((event) => this.toast(event)), this.signal);
    hear("people", () => this.redraw(), this.signal);
  }

  arrived(message) {
    this.log.add(message);
    this.redraw();
    if (message.reply_markup?.force_reply) this.composer.mustAnswer(message);
  }

  heading() {
    const beside = view.open.length > 1;
    const face = this.person ? avatar(this.person.first_name, this.person.role) : groupAvatar();
    return el("header", { class: "column-head" }, face,
      el("div", { class: "column-title" }, el("h2", {}, this.name()), this.status),
      beside && iconButton("close", word("closeColumn", { name: this.name() }), () => hide(this.chat.id)));
  }

  acting(action) {
    const known = ["upload_photo", "upload_document"].includes(action) ? action : "typing";
    this.log.typing(true);
    this.status.textContent = word(known);
    this.status.classList.add("acting");
    clearTimeout(this.acted);
    this.acted = setTimeout(() => this.calm(), 5000);
  }

  calm() {
    clearTimeout(this.acted);
    this.status.classList.remove("acting");
    const role = this.person ? roleWord(this.person.role) : word("group");
    this.status.textContent = [role, state.bot.name].filter(Boolean).join(" · ");
  }

  toast({ person_id: whose, text, alert, url }) {
    if (whose && whose !== this.tools.viewer()) return;
    if (url) this.openUrl(url);
    if (text && alert) alertBox(text, state.bot.name);
    else if (text) notice(text, this.notices);
  }

  redraw() {
    this.calm();
    const part = this.part();
    if (part === this.shownPart) return;
    this.shownPart = part;
    this.node.classList.toggle("empty", part === "start");
    this.foot.replaceChildren(...PARTS[part](this));
    this.composer.grow();
  }

  /** Which foot the chat needs now. */
  part() {
    if (this.chat.blocked) return "blocked";
    if (!this.person) return "group";
    return this.chat.messages.length ? "composer" : "start";
  }
}

const PARTS = {
  composer: ({ composer }) => [composer.node],
  group: (column) => [speakers(column), column.composer.node],
  start: ({ tools, person }) => [welcome(person), bigButton(word("start"), () => tools.start(), { "data-testid": "start" })],
  blocked: ({ tools }) => [el("p", { class: "foot-note" }, icon("block"), word("blocked")),
    bigButton(word("unblock"), () => restart(tools), { "data-testid": "unblock" })],
};

const bigButton = (label, click, props) => el("button", { type: "button", class: "big-button", click, ...props }, label);

function welcome(person) {
  const { words, description, name } = state.bot;
  const text = words?.description?.[person.language_code] || description;
  return el("div", { class: "welcome" }, logo("large"), el("h3", {}, name),
    text && el("p", { class: "welcome-ask" }, word("whatCan")), text && el("p", { class: "pre-line" }, text));
}

/** As Telegram's own button does: let the bot in again and greet it. */
async function restart(tools) {
  if (await act(tools.viewer(), "unblock")) tools.start();
}

function speakers({ chat, tools }) {
  const choice = el("select", { change: () => view.speakers.set(chat.id, Number(choice.value)) },
    chat.members.map(personOf).map((person) => el("option", { value: person.id, selected: person.id === tools.viewer() },
      `${fullName(person)} · ${roleWord(person.role)}`)));
  return el("label", { class: "speakers" }, word("speaker"), choice);
}
