/** Sending what is not text: the attach menu, dropped and pasted files, other people's contacts. */
import { act, upload } from "./api.js";
import { choose, formBox } from "./dialogs.js";
import { avatar, el, icon } from "./dom.js";
import { phone, size } from "./media.js";
import { pointOf, popMenu } from "./menu.js";
import { fullName, state } from "./state.js";
import { word } from "./words.js";

export function attachMenu(event, tools) {
  const at = pointOf(event);
  const items = [...files(tools), ...(tools.chat.type === "private" ? things(tools) : [])];
  popMenu(word("attach"), items, { x: at.x - 200, y: at.y - 290 });
}

const files = (tools) => [
  { label: word("photo"), picture: "photo", choose: () => pick("image/*", tools) },
  { label: word("document"), picture: "file", choose: () => pick("", tools) },
  { label: word("contact"), picture: "contact", choose: () => sendContact(tools) },
];

/** Ready-made things; the server sends them to a private chat only. */
const things = (tools) => ["location", "voice", "sticker"].map((kind) => (
  { label: word(kind), picture: kind, choose: () => act(tools.viewer(), kind) }));

function pick(accept, tools) {
  const input = el("input", { type: "file", accept, multiple: true, class: "sr", "data-testid": "file" });
  input.addEventListener("change", () => (input.remove(), offer([...input.files], tools, { asFile: !accept })));
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

async function sendContact(tools) {
  const options = state.people.map((person) => ({
    value: person.id, label: `${fullName(person)} · ${phone(person.phone)}`, picture: avatar(person.first_name, person.role),
  }));
  const of = await choose(word("contactOf"), options);
  if (of) act(tools.viewer(), "contact", { chat_id: tools.chat.id, of: Number(of) });
}

/** Accepts files dropped anywhere on the column or pasted into its text box. */
export function catchFiles(column, box, tools) {
  box.addEventListener("paste", (event) => grab(event, event.clipboardData, tools));
  column.addEventListener("drop", (event) => (column.classList.remove("dropping"), grab(event, event.dataTransfer, tools)));
  column.addEventListener("dragleave", (event) => column.contains(event.relatedTarget) || column.classList.remove("dropping"));
  column.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    column.classList.add("dropping");
  });
}

function grab(event, data, tools) {
  if (!data?.files.length) return;
  event.preventDefault();
  offer([...data.files], tools, { asFile: false });
}

/** Shows each file with a caption field and sends those agreed to; several pictures go as an album. */
async function offer(files, tools, { asFile }) {
  if (files.length > 1 && !asFile && files.every(isPicture)) return offerAlbum(files, tools);
  for (const file of files) {
    const fields = await formBox(word("sendFile"), preview(file, asFile), word("send"));
    if (!fields) return;
    const kind = isPicture(file) && !fields.has("as_file") ? "photo" : "document";
    await upload(tools.viewer(), file, { kind, caption: fields.get("caption"), chat_id: tools.chat.id });
  }
}

async function offerAlbum(files, tools) {
  const shown = el("div", { class: "album" }, files.map(thumbnail));
  const fields = await formBox(word("sendFiles", { n: files.length }), [shown, captionField()], word("send"));
  if (!fields) return;
  const album = `${Date.now()}`;
  for (const [at, file] of files.entries()) {
    const caption = at ? "" : fields.get("caption");
    await upload(tools.viewer(), file, { kind: "photo", caption, chat_id: tools.chat.id, album });
  }
}

const captionField = () => el("label", {}, word("caption"),
  el("input", { name: "caption", maxlength: "1024", autocomplete: "off" }));

const isPicture = (file) => /^image\/(png|jpe?g|webp|gif)$/.test(file.type);

function preview(file, asFile) {
  const about = el("div", { class: "card" }, el("span", { class: "card-icon" }, icon("file")),
    el("span", { class: "card-text" }, el("b", {}, file.name), el("small", {}, size(file.size))));
  const caption = captionField();
  if (!isPicture(file)) return [about, caption];
  const box = el("label", { class: "tick" }, el("input", { type: "checkbox", name: "as_file", checked: asFile }), word("asFile"));
  return [thumbnail(file), about, caption, box];
}

function thumbnail(file) {
  const url = URL.createObjectURL(file);
  const picture = el("img", { src: url, alt: "", class: "thumbnail" });
  picture.addEventListener("load", () => URL.revokeObjectURL(url));
  picture.addEventListener("error", () => picture.remove());
  return picture;
}
