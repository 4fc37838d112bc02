/** Follows the server: the whole state first, then every event after it; after a break, the same again. */
import { fetchState } from "./api.js";
import { apply, refresh, replace, state, tell, tick } from "./state.js";

const PATIENCE = [300, 700, 1500, 3000]; // ms between attempts: a restart takes a second or two
let tries = 0;

/** Stays connected for as long as the page lives; tells "ready" after each fresh state, "broken" when it must wait. */
export async function connect() {
  try {
    adopt(await fetchState());
    follow();
  } catch (problem) {
    if (!(problem instanceof TypeError)) console.error(problem); // a TypeError is fetch without a server
    again();
  }
}

function adopt(snapshot) {
  tries = 0;
  replace(snapshot);
  tick(snapshot.clock);
  tell("ready");
}

function follow() {
  const source = new EventSource(`/sandbox/events?after=${state.version}`);
  source.onmessage = (event) => take(JSON.parse(event.data), source);
  source.onerror = () => (source.close(), again());
}

function again() {
  tell("broken");
  setTimeout(connect, PATIENCE[Math.min(tries++, PATIENCE.length - 1)]);
}

function take(event, source) {
  if (event.type === "reset") {
    source.close();
    connect();
  } else if (!apply(event)) {
    renew();
  }
}

/** For what an event does not tell whole: people, blocks, the bot's card. */
async function renew() {
  try {
    refresh(await fetchState());
    tell("people");
  } catch {
    // the stream breaks too when the server is away, and reconnecting fetches the state
  }
}
