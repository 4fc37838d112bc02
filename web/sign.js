// Asks NCALayer on this computer for a detached CMS signature over the document, and brings it
// back. The key and its password stay in NCALayer: this page never sees them.
"use strict";

const LAYER = "wss://127.0.0.1:13579/";
const section = document.querySelector("section");
const button = document.getElementById("sign");
const said = document.getElementById("said");
const address = location.pathname.replace(/\/$/, "");

document.getElementById("document").href = `${address}/document`;
button.addEventListener("click", async () => {
  button.disabled = true;
  say(section.dataset.working);
  try {
    await bring(await signature(await content()));
    section.querySelectorAll("a, button").forEach((each) => each.remove());
    say(section.dataset.done);
  } catch (trouble) {
    button.disabled = false;
    say(trouble.told || section.dataset.away);
  }
});

function say(text) {
  said.textContent = text;
}

/** The document's own bytes, in base64. */
async function content() {
  const answer = await fetch(`${address}/document`);
  if (!answer.ok) throw { told: (await answer.json()).message };
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** What NCALayer made of it. Rejects without words when there is no NCALayer. */
function signature(data) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(LAYER);
    const params = {
      format: "cms",
      data,
      signingParams: { decode: true, encapsulate: false, digested: false, tsaProfile: {} },
      signerParams: { extKeyUsageOids: section.dataset.usage.split(" ") },
      locale: document.documentElement.lang,
    };
    socket.onopen = () => socket.send(JSON.stringify({ module: "kz.gov.pki.knca.basics", method: "sign", args: params }));
    socket.onerror = () => failed({});
    socket.onmessage = ({ data: text }) => {
      const answer = JSON.parse(text);
      if (answer.result && answer.result.version) return; // its greeting
      socket.close();
      const result = answer.body && answer.body.result;
      if (answer.status && result && result.length) done(Array.isArray(result) ? result[0] : result);
      else failed({ told: section.dataset.declined });
    };
  });
}

async function bring(cms) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ cms }),
  });
  if (!answer.ok) throw { told: (await answer.json()).message };
}
