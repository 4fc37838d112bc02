/** The calls the page makes to the sandbox server, and what a refusal looks like. */
import { notice } from "./notices.js";
import { word } from "./words.js";

class Refused extends Error {}

async function call(path, options) {
  const answer = await fetch(path, options);
  if (answer.status === 413) throw new Refused(word("tooLarge"));
  const text = await answer.text();
  const body = readJson(text);
  if (!answer.ok) throw new Refused(body?.error ?? body?.description ?? `${answer.status}`);
  return body;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const post = (path, body) => call(path, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
});

export const fetchState = () => call("/sandbox/state");
export const moveClock = (body) => attempt(post("/sandbox/clock", body));
export const addPerson = (body) => attempt(post("/sandbox/people", body));
export const fileUrl = (id) => `/sandbox/file/${encodeURIComponent(id)}`;

/** One person's act: say, tap, contact, edit, forward, block, unblock, start, sticker, voice, location. */
export const act = (person, verb, body = {}) => attempt(post(`/sandbox/people/${person}/${verb}`, body));

/** Sends a file as `kind`: photo, document, voice, sticker or video. */
export function upload(person, file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return attempt(call(`/sandbox/people/${person}/upload`, { method: "POST", body: form }));
}

/** The answer, or null after the person has been told why there is none. */
async function attempt(promise) {
  try {
    return (await promise) ?? {};
  } catch (problem) {
    notice(problem instanceof Refused ? word("refused", { why: problem.message }) : word("noServer"));
    return null;
  }
}

/** Whether the demo portal is part of this server. */
export async function hasDemo() {
  try {
    return (await fetch("/demo/", { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}
