/** The demo portal's page: enter a phone, link the chat if need be, type the code, be inside. */
import { el, icon } from "/page/dom.js";
import { bar } from "/page/speech.js";
import { languageWanted, themeWanted } from "/page/view.js";
import { has, language, speak, word } from "./words.js";

const LOOK_MS = 1000;
const portal = document.getElementById("portal");
const state = { step: "phone", phone: "", typed: "", request: null, trouble: "", again: 0, here: false };
let looking = null;

function draw() {
  document.title = word("title");
  portal.replaceChildren(bar({ word, language }, choose), el("main", {}, el("section", { class: "card", "data-step": state.step }, ...STEPS[state.step]()),
    el("p", { class: "hint beneath" }, word("beneath"))));
  portal.querySelector("[data-first]")?.focus();
}

function choose(code) {
  speak(code);
  state.trouble = "";
  draw();
}

const STEPS = {
  phone: () => [el("h2", {}, word("enter")), trouble(), el("form", { submit: submitted(ask) },
    el("label", {}, word("phone"), el("span", { class: "hint" }, word("phoneHint")),
      el("input", { name: "phone", type: "tel", autocomplete: "tel", inputmode: "tel", value: state.phone,
        placeholder: "+7 700 000 00 01", required: true, "data-first": true, "data-testid": "demo-phone" })),
    button("getCode", "demo-get"))],
  link: () => [el("h2", {}, word("link")), el("p", {}, word("linkWhy", { phone: spaced() })), el("div", { class: "ways" },
    el("a", { class: "open", href: state.request.link_url, target: "_blank", rel: "noopener", "data-testid": "demo-link" }, word("openChat")),
    el("div", { class: "or" }, el("img", { class: "qr", src: state.request.qr_svg, alt: word("qr"), width: "132", height: "132" }),
      el("p", {}, word("orScan"), el("b", { class: "digits", "data-testid": "demo-pairing" }, state.request.link_code)))),
    el("p", { class: "waits", role: "status" }, word("waits")), actions()],
  code: () => [el("h2", {}, word("enter")),
    state.here ? el("p", { class: "waits here", role: "status" }, word("arrived")) : el("p", {}, word("sent", { phone: spaced() })),
    trouble(), el("form", { submit: submitted(check) },
      el("label", {}, word("typeCode"), el("input", { name: "code", class: "code", inputmode: "numeric", autocomplete: "one-time-code",
        maxlength: "11", required: true, value: state.typed, "data-first": true, "data-testid": "demo-code" })),
      button("signIn", "demo-check")), actions()],
  inside: () => [el("div", { class: "done", role: "status", "data-testid": "demo-inside" }, icon("check"),
    el("h2", {}, word("inside")), el("p", {}, word("insideWho", { phone: spaced() }))),
    el("button", { type: "button", class: "wide", click: leave }, word("out"))],
};

const trouble = () => state.trouble && el("p", { class: "trouble", role: "alert", "data-testid": "demo-trouble" }, state.trouble);

const button = (key, testid) => el("button", { class: "main", "data-testid": testid }, word(key));

/** Send again, once the server allows it; or another number. */
function actions() {
  const again = el("button", { type: "button", class: "plain", "data-testid": "demo-again", click: () => ask({ phone: state.phone }) });
  const count = () => {
    const left = Math.ceil((state.again - Date.now()) / 1000);
    again.disabled = left > 0;
    again.textContent = left > 0 ? word("againIn", { n: left }) : word("again");
    if (left > 0 && again.isConnected) setTimeout(count, 500);
  };
  queueMicrotask(count);
  return el("div", { class: "actions" }, again, el("button", { type: "button", class: "plain", click: leave }, word("otherPhone")));
}

/** A form's handler: its fields as an object, one at a time. */
const submitted = (act) => async (event) => {
  event.preventDefault();
  const send = event.target.querySelector("button");
  send.disabled = true;
  await act(Object.fromEntries(new FormData(event.target)));
  send.disabled = false;
};

async function ask({ phone }) {
  state.phone = phone;
  const told = await call("/demo/send", { phone, locale: language() });
  if (!told.ok) return refuse(told.error);
  const request = { ...state.request, ...told.result };
  Object.assign(state, { request, trouble: "", typed: "", again: Date.now() + told.result.resend_after * 1000 });
  state.here = false;
  state.step = told.result.link_url ? "link" : "code";
  draw();
  if (state.step === "link") look();
}

/** Looks whether the code is in the chat by now: nobody presses anything a second time. */
function look() {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    const told = await call(`/demo/status/${state.request.request_id}`);
    if (state.step !== "link") return;
    if (told.result?.verification_status?.status === "expired") return refuse("expired");
    if (told.result?.delivery_status?.status !== "sent") return look();
    Object.assign(state, { step: "code", here: true });
    draw();
  }, LOOK_MS);
}

async function check({ code }) {
  state.typed = code;
  const told = await call("/demo/check", { request_id: state.request.request_id, code: code.replace(/\D/g, "") });
  if (!told.ok) return refuse(told.error);
  const verdict = told.result.verification_status.status;
  if (verdict !== "code_valid") return refuse(verdict, told.result.attempts_left);
  Object.assign(state, { step: "inside", trouble: "", phone: told.result.phone_number });
  draw();
}

function refuse(error, left) {
  const flood = /^FLOOD_WAIT_(\d+)$/.exec(error);
  if (flood) state.trouble = word("FLOOD_WAIT", { n: flood[1] });
  else state.trouble = has(error) ? word(error, { n: left }) : word("OTHER", { why: error });
  if (state.step === "link") state.step = "phone";
  draw();
}

function leave() {
  clearTimeout(looking);
  Object.assign(state, { step: "phone", phone: "", typed: "", request: null, trouble: "", here: false });
  draw();
}

async function call(path, body) {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    return await (await fetch(path, options)).json();
  } catch {
    return { ok: false, error: "API_UNREACHABLE" };
  }
}

/** `+7 700 000 00 01` of the number the API understood. */
function spaced() {
  const phone = state.request?.phone_number ?? state.phone;
  return phone.replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, "$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5"); // a number stays on one line
}

document.documentElement.dataset.theme = themeWanted();
speak(languageWanted());
draw();
