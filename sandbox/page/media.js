/** What a message carries besides text: photos, files, contacts, places, stickers, voice. */
import { fileUrl } from "./api.js";
import { lightbox } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { fullName } from "./state.js";
import { word } from "./words.js";

/** The nodes for everything in `message` that is not text. */
export function media(message) {
  return Object.keys(SHOWN).filter((kind) => message[kind] && !(kind === "document" && message.animation))
    .map((kind) => SHOWN[kind](message[kind], message));
}

const SHOWN = {
  photo: (sizes, message) => photo(sizes.at(-1), message.caption),
  document: (file) => fileRow("file", file.file_name ?? word("document"), file),
  video: (file) => fileRow("photo", file.file_name ?? word("video"), file),
  animation: (file) => fileRow("photo", file.file_name ?? word("video"), file),
  audio: (file) => fileRow("voice", file.file_name ?? word("audio"), file),
  voice: (file) => voice(file),
  sticker: ({ emoji = "" }) => el("div", { class: "sticker", role: "img", "aria-label": `${word("sticker")} ${emoji}` },
    emoji || icon("sticker")),
  contact: (contact) => card("contact", fullName(contact), phone(contact.phone_number)),
  location: (place) => card("location", word("location"), `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`),
};

function photo(size, caption) {
  const label = caption || word("photo");
  const picture = el("img", { src: fileUrl(size.file_id), alt: label, width: size.width, height: size.height, loading: "lazy" });
  const click = () => lightbox(picture.src, label);
  const button = el("button", { type: "button", class: "photo", title: word("enlarge"), click }, picture);
  picture.addEventListener("error", () => button.replaceWith(card("photo", word("photo"), word("noPicture"))));
  return button;
}

function fileRow(picture, name, file) {
  const href = fileUrl(file.file_id);
  return el("a", { class: "card file", href, download: name, "aria-label": word("download", { name }) },
    el("span", { class: "card-icon" }, icon(picture)), titles(name, size(file.file_size)));
}

function voice(file) {
  const bars = el("span", { class: "wave", "aria-hidden": "true" });
  return el("a", { class: "card file", href: fileUrl(file.file_id), download: "voice.ogg" },
    el("span", { class: "card-icon" }, icon("voice")),
    el("span", { class: "card-text" }, el("span", { class: "sr" }, word("voice")), bars, el("small", {}, clock(file.duration))));
}

function card(picture, title, text) {
  return el("div", { class: "card" }, el("span", { class: "card-icon" }, icon(picture)), titles(title, text));
}

const titles = (title, text) => el("span", { class: "card-text" }, el("b", {}, title), el("small", {}, text));

const clock = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** A Kazakh number in its usual groups; any other as it came. */
export const phone = (raw = "") => raw.replace(/^\+?7(\d{3})(\d{3})(\d{2})(\d{2})$/, "+7 $1 $2 $3 $4");

export function size(bytes) {
  if (!bytes) return "";
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** One line about a message, for previews and quotes; what is hidden in it stays hidden. */
export function summary(message) {
  const words = message.text ?? message.caption;
  if (words) return masked(words, message.entities ?? message.caption_entities).replace(/\s+/g, " ").slice(0, 120);
  const kind = Object.keys(SHOWN).find((name) => message[name]);
  return word(kind === "animation" ? "video" : kind ?? "other");
}

function masked(words, entities = []) {
  const units = words.split("");
  for (const { type, offset, length } of entities) if (type === "spoiler") units.fill("▒", offset, offset + length);
  return units.join("");
}
