// An explanation as elements of the page. Everything enters as text, never as HTML.

/** An element with attributes and children; null children are left out. */
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

/** The whole answer. `titles` name its lines; `say` holds the page's own sentences, `say.status` the status question's words. */
export function shown(explanation, titles, say) {
  return [
    ...body(explanation, "h2", say),
    ...explanation.lines.map((line, number) =>
      element("section", { class: "checker-part" },
        element("h3", { class: "checker-part-title" }, titles[number] ?? ""),
        ...body(explanation.status ? { ...line, status: null } : line, "h4", say))), // said once, above, where all share it
  ];
}

function body({ status, answer, tone, facts, notes, steps }, heading, say) {
  return [
    element(heading, { class: "checker-verdict", "data-tone": tone, tabindex: heading === "h2" ? "-1" : null }, answer),
    element("dl", { class: "checker-facts" }, ...[...facts, ...standing(status, say)].map(fact)),
    list(notes, { class: "checker-notes" }),
    steps.length
      ? element("details", { class: "checker-steps" }, element("summary", {}, say.steps), list(steps.map(step(say)), {}, "ol"))
      : null,
  ].filter(Boolean);
}

function standing(status, say) {
  return status ? [{ label: status.label ? `${say.status}: ${status.label}` : say.status, text: status.text }] : [];
}

function fact({ label, text }) {
  return element("div", {}, element("dt", {}, label), element("dd", {}, text));
}

const step = say => ({ text, nature, nature_label: label, source }) => {
  const { title, place, address, confirmed } = source;
  return element("div", { class: "checker-step" },
    element("p", {}, text),
    element("p", { class: "checker-source" },
      element("span", { class: "checker-nature", "data-nature": nature }, label), " ",
      element("a", { href: address, rel: "noreferrer" }, `${title}, ${place}`),
      confirmed ? null : ` (${say.unconfirmed})`));
};
