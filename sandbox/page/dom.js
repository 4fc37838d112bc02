/** Builds page nodes from plain values: strings only ever become text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An element; functions among `props` are listeners, `true` an empty attribute, null or false nothing. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) put(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function put(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(name, value);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** A drawing from icons.svg, silent for screen readers: its button carries the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A square button with a drawing; `label` is its name and its tooltip. */
export function iconButton(name, label, click, props = {}) {
  const { class: extra = "", ...rest } = props;
  const base = { type: "button", class: `icon-button ${extra}`.trim(), "aria-label": label, title: label };
  return el("button", { ...base, click, ...rest }, icon(name));
}

/** A number on a button; nothing when there is nothing to count. */
export function badge(count, label) {
  if (!count) return null;
  return el("span", { class: "badge" },
    el("span", { "aria-hidden": "true" }, count > 99 ? "99+" : String(count)),
    el("span", { class: "sr" }, label));
}

export function logo(size = "") {
  return el("img", { src: "/page/logo.svg", alt: "", class: `logo ${size}`.trim(), width: "32", height: "32" });
}

/** A first letter in a circle; the colour only repeats what the role's word says. */
export function avatar(name, role) {
  return el("span", { class: "avatar", "data-role": role, "aria-hidden": "true" }, [...(name || "?")][0]);
}

export const groupAvatar = () => el("span", { class: "avatar", "data-role": "group", "aria-hidden": "true" }, icon("people"));
