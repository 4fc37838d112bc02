/** Days and times as people read them, in Astana time by the sandbox's clock. */
import { state } from "./state.js";
import { language, word } from "./words.js";

// Browsers with time-zone data older than 2024a still keep Almaty at UTC+6; it has been UTC+5 since 1 March 2024.
const ZONE = almatyIsKnown() ? "Asia/Almaty" : "Etc/GMT-5";
const DAY = 86_400_000;

// Chromium ships no Kazakh names of months and days.
const MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
  "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
const WEEKDAYS = ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];
const UNITS = [["second", 1, 60], ["minute", 60, 3600], ["hour", 3600, 86_400], ["day", 86_400, Infinity]];
const AGO = { second: "секунд", minute: "минут", hour: "сағат", day: "күн" };

function almatyIsKnown() {
  const summer = new Date(Date.UTC(2025, 5, 1));
  const hour = new Intl.DateTimeFormat("en", { timeZone: "Asia/Almaty", hour: "2-digit", hourCycle: "h23" });
  return Number(hour.format(summer)) === 5;
}

/** The sandbox's moment, in milliseconds since 1970. */
export function now() {
  return state.clock ? Date.parse(state.clock.now) + Date.now() - state.clock.heard : Date.now();
}

function parts(at) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

export function time(at) {
  const { hour, minute } = parts(at);
  return `${hour}:${minute}`;
}

/** YYYY-MM-DD: the day `at` falls on in Astana. */
export function dayKey(at) {
  const { year, month, day } = parts(at);
  return `${year}-${month}-${day}`;
}

/** What a date-and-time field holds: Astana time without a zone. */
export const fieldValue = (at) => `${dayKey(at)}T${time(at)}`;
export const fromField = (value) => new Date(`${value}:00+05:00`).toISOString();

/** "Today", "Yesterday", or the date, with the year only when it is another one. */
export function dayName(at) {
  if (dayKey(at) === dayKey(now())) return word("today");
  if (dayKey(at) === dayKey(now() - DAY)) return word("yesterday");
  return longDay(at, dayKey(at).slice(0, 4) !== dayKey(now()).slice(0, 4));
}

export function longDay(at, withYear) {
  if (language() === "kk") return kazakhDay(at, withYear);
  return local(at, { day: "numeric", month: "long", ...(withYear && { year: "numeric" }) });
}

function kazakhDay(at, withYear) {
  const { year, month, day } = parts(at);
  return `${withYear ? `${year} ж. ` : ""}${Number(day)} ${MONTHS[month - 1]}`;
}

export function weekday(at) {
  if (language() === "kk") return WEEKDAYS[new Date(`${dayKey(at)}T00:00Z`).getUTCDay()];
  return local(at, { weekday: "long" });
}

const local = (at, options) => new Intl.DateTimeFormat(language(), { timeZone: ZONE, ...options }).format(new Date(at));

/** A moment in Telegram's date-time format: r, or any of w, d or D, t or T in that order. */
export function formatted(at, format) {
  if (format === "r") return relative(at);
  const { year, month, day } = parts(at);
  const day1 = format.includes("D") ? longDay(at, true) : format.includes("d") && `${day}.${month}.${year}`;
  return [format.includes("w") && weekday(at), day1, /t/i.test(format) && time(at)].filter(Boolean).join(", ");
}

function relative(at) {
  const seconds = Math.round((at - now()) / 1000);
  const size = Math.abs(seconds);
  const [unit, length] = UNITS.find(([, , below]) => size < below);
  const count = Math.round(seconds / length);
  if (language() === "kk") return `${Math.abs(count)} ${AGO[unit]} ${count < 0 ? "бұрын" : "кейін"}`;
  return new Intl.RelativeTimeFormat(language(), { numeric: "always" }).format(count, unit);
}
