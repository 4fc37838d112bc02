/** The clock panel: shows the sandbox's time and moves it, so that reminders and deadlines can be met today. */
import { moveClock } from "./api.js";
import { el } from "./dom.js";
import { fieldValue, fromField, longDay, now, time, weekday } from "./moments.js";
import { hear, state } from "./state.js";
import { word } from "./words.js";

const STEPS = { hour: 3600, day: 86_400, week: 604_800 };

export function clockPanel(signal) {
  const face = el("p", { class: "big-clock", role: "timer" });
  const field = el("input", { type: "datetime-local", required: true, "data-testid": "clock-field" });
  const draw = () => drawFace(face);
  hear("clock", () => (draw(), (field.value = fieldValue(now()))), signal);
  const beat = setInterval(draw, 1000);
  signal.addEventListener("abort", () => clearInterval(beat));
  draw();
  field.value = fieldValue(now());
  return el("div", { class: "panel-body", "data-testid": "clock-panel" }, face, el("p", { class: "hint" }, word("clockHint")),
    el("div", { class: "steps" }, Object.keys(STEPS).map(step)), exact(field),
    toReal());
}

function drawFace(face) {
  const label = state.clock?.moved ? word("moved") : word("real");
  face.replaceChildren(el("strong", {}, time(now())), el("span", {}, `${longDay(now(), true)}, ${weekday(now())}`),
    el("small", {}, `${word("zone")} · ${label}`));
}

function toReal() {
  const click = () => moveClock({ reset: true });
  return el("button", { type: "button", class: "wide", "data-testid": "clock-reset", click }, word("toReal"));
}

function step(name) {
  const click = () => moveClock({ add_seconds: STEPS[name] });
  return el("button", { type: "button", "data-testid": `clock-${name}`, click }, word(name));
}

function exact(field) {
  const submit = (event) => (event.preventDefault(), moveClock({ now: fromField(field.value) }));
  return el("form", { submit }, el("label", {}, word("moment"), field), el("button", { class: "main wide" }, word("set")));
}

