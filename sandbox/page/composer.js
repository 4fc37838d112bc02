/** Where one person writes: text, commands, attachments, reply keyboard, answering and editing. */
import { act } from "./api.js";
import { attachMenu, catchFiles } from "./attach.js";
import { CommandList } from "./commands.js";
import { el, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { summary } from "./media.js";
import { press } from "./replies.js";
import { drafts } from "./state.js";
import { sender } from "./bubble.js";
import { word } from "./words.js";

export class Composer {
  /** `tools` know the chat, the person writing and how to send. */
  constructor(tools, column) {
    Object.assign(this, { tools, chat: tools.chat, about: null, shown: true });
    this.box = el("textarea", {
      rows: "1", "data-testid": "composer", "aria-label": word("write"), maxlength: "6000", autocomplete: "off",
      enterkeyhint: "send", input: () => this.typed(), keydown: (event) => this.key(event),
    });
    this.box.value = drafts.get(this.chat.id) ?? "";
    this.commands = new CommandList(this, tools);
    this.context = el("div", { class: "context", hidden: true });
    this.keys = el("div", { class: "keys" });
    this.toggle = iconButton("keyboard", word("hideKeyboard"), () => this.toggleKeys(), { hidden: true });
    this.node = el("form", { class: "composer", submit: (event) => this.submit(event) },
      this.context, this.commands.node, this.line(), this.keys);
    catchFiles(column, this.box, tools);
    this.showKeyboard();
  }

  line() {
    const attach = iconButton("attach", word("attach"), (event) => attachMenu(event, this.tools));
    const send = el("button", { class: "icon-button send", "aria-label": word("send"), title: word("send"), "data-testid": "send" },
      icon("send"));
    const field = el("div", { class: "field" }, this.box, this.toggle, attach);
    return el("div", { class: "line" }, this.commands.button, field, send);
  }

  focus() {
    this.box.focus();
  }

  typed() {
    drafts.set(this.chat.id, this.box.value);
    this.commands.filter(this.box.value);
    this.grow();
  }

  grow() {
    if (CSS.supports("field-sizing", "content") || !this.box.isConnected) return;
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
  }

  write(text) {
    this.box.value = text;
    this.typed();
  }

  key(event) {
    if (event.isComposing || this.commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) this.submit(event);
    else if (event.key === "Escape" && this.about) this.forget(event);
    else if (event.key === "ArrowUp" && !this.box.value) this.editLast(event);
  }

  editLast(event) {
    const last = this.chat.messages.findLast((message) => message.out === this.tools.viewer() && message.text);
    if (!last) return;
    event.preventDefault();
    this.edit(last);
  }

  async submit(event) {
    event.preventDefault();
    const text = this.box.value.trim();
    if (!text) return;
    const about = this.about;
    this.forget();
    this.write("");
    const sent = await this.deliver(text, about);
    if (!sent && !this.box.value) this.write(text);
  }

  deliver(text, about) {
    const id = about?.message.message_id;
    if (!about?.edit) return this.tools.say(text, id);
    return act(this.tools.viewer(), "edit", { chat_id: this.chat.id, message_id: id, text });
  }

  reply(message) {
    this.attend({ message }, word("replyTo", { name: sender(message) }), "reply");
  }

  edit(message) {
    this.write(message.text);
    this.attend({ message, edit: true }, word("editing"), "edit");
  }

  attend(about, title, picture) {
    this.about = about;
    this.context.hidden = false;
    this.context.replaceChildren(icon(picture),
      el("span", { class: "context-text" }, el("b", {}, title), el("span", {}, summary(about.message))),
      iconButton("close", word("cancel"), () => this.forget()));
    this.focus();
  }

  forget(event) {
    event?.stopPropagation();
    if (this.about?.edit) this.write("");
    this.about = null;
    if (this.chat.reply_keyboard?.force_reply) this.chat.reply_keyboard = null;
    this.box.placeholder = this.chat.reply_keyboard?.input_field_placeholder || word("write");
    this.context.hidden = true;
    this.context.replaceChildren();
  }

  /** Shows what the chat's reply markup asks for: buttons, a forced reply, or nothing. */
  showKeyboard() {
    const markup = this.chat.reply_keyboard;
    this.shown = true;
    this.box.placeholder = markup?.input_field_placeholder || word("write");
    if (markup?.force_reply) this.answerLast();
    this.keys.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, (button) => this.pressed(button))] : []));
    this.drawKeys();
  }

  answerLast() {
    const asking = this.chat.messages.findLast((message) => message.out === "bot");
    if (asking) this.reply(asking);
  }

  /** A forced reply: as if the person had chosen to answer that message. */
  mustAnswer(message) {
    this.reply(message);
    this.box.placeholder = message.reply_markup.input_field_placeholder || word("write");
  }

  async pressed(button) {
    const used = await press(button, this.tools);
    if (used && this.chat.reply_keyboard?.one_time_keyboard) this.toggleKeys(false);
  }

  toggleKeys(shown = !this.shown) {
    this.shown = shown;
    this.drawKeys();
  }

  drawKeys() {
    const markup = this.chat.reply_keyboard;
    const label = word(this.shown ? "hideKeyboard" : "showKeyboard");
    this.toggle.hidden = !markup?.keyboard || (markup.is_persistent && this.shown);
    this.toggle.setAttribute("aria-expanded", String(this.shown));
    this.toggle.setAttribute("aria-label", label);
    this.toggle.title = label;
    this.keys.hidden = !this.shown || !markup?.keyboard;
  }
}
