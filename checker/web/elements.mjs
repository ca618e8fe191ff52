// Elements made from text: nothing here reads HTML.

/** An element with attributes and children; null children and attributes are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

/** A list, or null where there is nothing to list. */
export function list(items, attributes, tag = "ul") {
  return items.length ? element(tag, attributes, ...items.map(item => element("li", {}, item))) : null;
}

/** Names with what is said of each: [[name, ...said], …]. */
export function rows(pairs) {
  return element("dl", { class: "checker-facts" }, ...pairs.map(([name, ...said]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, ...said))));
}

/** A button that does something. */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}
