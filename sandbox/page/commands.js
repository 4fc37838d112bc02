/** The bot's commands: the menu button, and the list that narrows while "/" is being typed. */
import { el, icon } from "./dom.js";
import { personOf, state } from "./state.js";
import { word } from "./words.js";

export class CommandList {
  constructor(composer, tools) {
    Object.assign(this, { composer, tools, at: -1 });
    this.node = el("ul", { class: "commands", "aria-label": word("commands"), hidden: true });
    this.button = el("button", {
      type: "button", class: "icon-button menu-button", "aria-label": word("commands"), title: word("commands"),
      "aria-expanded": "false", "data-testid": "commands", click: () => this.toggle(),
    }, icon("menu"));
  }

  /** The bot's commands in the language of the person's phone. */
  all() {
    const sets = state.bot.commands ?? {};
    return sets[personOf(this.tools.viewer())?.language_code] ?? sets[""] ?? [];
  }

  toggle() {
    if (!this.node.hidden) return this.hide();
    this.show(this.all());
    return this.focusOn(0);
  }

  filter(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1];
    if (typed === undefined) this.hide();
    else this.show(this.all().filter(({ command }) => command.startsWith(typed)));
  }

  show(commands) {
    this.at = -1;
    this.node.hidden = !commands.length;
    this.button.setAttribute("aria-expanded", String(!this.node.hidden));
    this.node.replaceChildren(...commands.map((command) => this.row(command)));
  }

  row({ command, description }) {
    const choose = () => this.choose(`/${command}`);
    return el("li", {}, el("button", { type: "button", click: choose, keydown: (event) => this.key(event) },
      el("b", {}, `/${command}`), el("span", {}, description)));
  }

  choose(text) {
    this.hide();
    this.composer.write("");
    this.composer.focus();
    this.tools.say(text);
  }

  hide() {
    this.node.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  /** Whether the list took the key. */
  key(event) {
    if (this.node.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.focusOn(this.at + step);
    else if (event.key === "Escape") this.leave();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  focusOn(place) {
    const buttons = [...this.node.querySelectorAll("button")];
    this.at = Math.max(-1, Math.min(place, buttons.length - 1));
    if (this.at < 0) this.composer.focus();
    else buttons[this.at]?.focus();
  }

  leave() {
    this.hide();
    this.composer.focus();
  }
}
