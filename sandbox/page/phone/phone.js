/** The phone's page: opens a link, shows what will be signed, signs, or does what it shouldn't. */
import { el, icon } from "/page/dom.js";
import { bar } from "/page/speech.js";
import { languageWanted, themeWanted } from "/page/view.js";
import { language, PEOPLE, speak, word } from "./words.js";

const ENDING = { kk: "Kz", ru: "Ru", en: "En" };
const ELEVEN_MINUTES = 660;
const phone = document.getElementById("phone");
const asked = new URLSearchParams(location.search).get("link") ?? "";
const state = { step: "enter", link: asked, order: null, iin: "", trouble: "" };

function draw() {
  document.title = word("title");
  phone.replaceChildren(bar({ word, language }, choose), el("main", {}, el("section", { class: "card", "data-step": state.step }, ...STEPS[state.step]()),
    el("p", { class: "hint beneath" }, word("beneath"))));
}

function choose(code) {
  speak(code);
  state.trouble = "";
  draw();
}

const STEPS = {
  enter: () => [el("h2", {}, word("enter")), trouble(), el("form", { submit: submitted(open) },
    el("label", {}, word("link"), el("input", { name: "link", required: true, value: state.link, "data-testid": "phone-link" })),
    el("button", { class: "main", "data-testid": "phone-open" }, word("open")))],
  order: () => [el("h2", {}, word("asks", { who: state.order.organisation[`name${ENDING[language()]}`] })), shown(), trouble(),
    el("form", { submit: submitted(({ iin }) => sign("own", iin)) },
      el("label", {}, word("iin"), el("span", { class: "hint" }, word("iinHint")),
        el("input", { name: "iin", list: "people", inputmode: "numeric", required: true, value: state.iin, "data-testid": "phone-iin",
          input: (event) => { state.iin = event.target.value; } })), people(),
      el("button", { class: "main", "data-testid": "phone-sign" }, word("sign"))),
    el("details", {}, el("summary", {}, word("wrong")), el("div", { class: "wrong" }, ...WRONG.map(wrong)))],
  refused: () => [el("p", { class: "waits here", role: "status", "data-testid": "phone-refused" }, word("refused"))],
  done: () => [el("div", { class: "done", role: "status", "data-testid": "phone-done" }, icon("check"),
    el("h2", {}, word("done")), el("p", {}, word("doneWhy")))],
};

const WRONG = [
  ["sign-in", "signIn", () => sign("sign-in")],
  ["revoked", "revoked", () => sign("revoked")],
  ["else", "else", () => sign("else")],
  ["wait", "wait", wait],
  ["refuse", "refuse", () => show("refused")],
];

const wrong = ([name, key, click]) => el("button", { type: "button", "data-testid": `phone-${name}`, click }, word(key));

const trouble = () => state.trouble && el("p", { class: "trouble", role: "alert", "data-testid": "phone-trouble" }, state.trouble);

const people = () => el("datalist", { id: "people" }, Object.entries(PEOPLE).map(([iin, name]) => el("option", { value: iin }, name)));

/** What will be signed: its name, until when, and the document itself. */
function shown() {
  const { name, expires, mime, data } = state.order;
  const until = new Date(expires).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Almaty" });
  const text = mime.startsWith("text/");
  return el("div", { class: "document", "data-testid": "phone-document" }, el("b", {}, name[`name${ENDING[language()]}`]),
    el("span", { class: "hint" }, word("until", { time: until })),
    text ? el("pre", {}, new TextDecoder().decode(bytes(data)))
      : el("a", { href: URL.createObjectURL(new Blob([bytes(data)], { type: "application/pdf" })), target: "_blank", "data-testid": "phone-read" }, word("read")));
}

const bytes = (data) => Uint8Array.from(atob(data), (c) => c.charCodeAt(0));

/** A form's handler: its fields as an object, one at a time. */
const submitted = (act) => async (event) => {
  event.preventDefault();
  const send = event.target.querySelector("button");
  send.disabled = true;
  await act(Object.fromEntries(new FormData(event.target)));
  send.disabled = false;
};

async function open({ link }) {
  state.link = link;
  const told = await call("/phone/open", { link, locale: language() });
  if (told.error) return refuse(told.error);
  Object.assign(state, { order: told, iin: told.iin ?? state.iin, trouble: "", step: "order" });
  draw();
}

async function sign(way, iin = state.iin) {
  state.iin = iin.trim();
  const told = await call("/phone/sign", { link: state.link, locale: language(), iin: state.iin, name: PEOPLE[state.iin] ?? "", way });
  return told.error ? refuse(told.error) : show("done");
}

/** The clock of the sandbox goes on by eleven minutes; the link lives ten. */
async function wait() {
  await call("/sandbox/clock", { add_seconds: ELEVEN_MINUTES });
  await sign("own");
}

function refuse(error) {
  state.trouble = error;
  draw();
}

function show(step) {
  Object.assign(state, { step, trouble: "" });
  draw();
}

async function call(path, body) {
  try {
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    return await (await fetch(path, options)).json();
  } catch {
    return { error: word("silent") };
  }
}

document.documentElement.dataset.theme = themeWanted();
speak(languageWanted());
draw();
if (asked) open({ link: asked });
