/** The people panel: who there is, who has blocked the bot, and adding somebody. */
import { act, addPerson } from "./api.js";
import { avatar, el, icon } from "./dom.js";
import { phone } from "./media.js";
import { chatOf, fullName, hear, state } from "./state.js";
import { LANGUAGES, ROLES, language, roleWord, word } from "./words.js";

export function peoplePanel(signal) {
  const list = el("ul", { class: "persons" });
  const draw = () => list.replaceChildren(...state.people.map(row));
  hear("people", draw, signal);
  draw();
  return el("div", { class: "panel-body", "data-testid": "people-panel" }, list, addForm());
}

function row(person) {
  const blocked = Boolean(chatOf(person.id)?.blocked);
  const turn = () => act(person.id, blocked ? "unblock" : "block");
  return el("li", {}, avatar(person.first_name, person.role),
    el("span", { class: "person-text" }, el("span", { class: "person-name" }, fullName(person)),
      el("small", {}, `${roleWord(person.role)} · ${phone(person.phone)}`)),
    el("button", { type: "button", class: "block", "data-blocked": blocked, click: turn },
      blocked ? icon("check") : icon("block"), word(blocked ? "unblock" : "block")));
}

function addForm() {
  const name = el("input", { name: "first_name", required: true, maxlength: "64", autocomplete: "off" });
  const number = el("input", { name: "phone", type: "tel", placeholder: "+7 700 000 00 09", autocomplete: "off" });
  const form = el("form", { class: "add-person", submit: (event) => add(event) }, el("h3", {}, word("addPerson")),
    el("label", {}, word("name"), name),
    el("label", {}, word("role"), select("role", ROLES.map((role) => [role, word(role)]))),
    el("label", {}, word("phone"), number, el("small", {}, word("phoneHint"))),
    el("label", {}, word("appLanguage"), select("language_code", Object.entries(LANGUAGES), language())),
    el("button", { class: "main wide" }, word("add")));
  return form;
}

function select(name, options, chosen) {
  return el("select", { name }, options.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
}

async function add(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  if (await addPerson({ phone: nextPhone(), ...given })) form.reset();
}

/** An invented number after those of the people there are. */
const nextPhone = () => `+7700000${String(state.people.length + 1).padStart(4, "0")}`;
