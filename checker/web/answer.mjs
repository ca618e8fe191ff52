// An explanation as elements of the page. Everything enters as text, never as HTML.

import { element, list, rows } from "./elements.mjs";
import { life, strip } from "./pictures.mjs";

/** The answer. `titles` name its lines, `next` are the ways on from it; `say` holds the page's own sentences. */
export function shown(explanation, titles, next, say) {
  const { status, lines } = explanation;
  return [
    ...verdict(explanation, "h2"),
    ...next,
    ...grounds(explanation, say),
    ...lines.map((line, number) =>
      element("section", { class: "checker-part" },
        element("h3", { class: "checker-part-title" }, titles[number] ?? ""),
        ...verdict(line, "h4"),
        ...grounds(line, say),
        ...(status ? [] : standing(line.status, "h4", say)))), // said once, below, where all share it
    ...standing(status, "h3", say),
  ].filter(Boolean);
}

function verdict({ answer, tone, facts, notes }, heading) {
  const named = heading === "h2" ? { id: "checker-verdict", tabindex: "-1" } : {};
  return [
    element(heading, { class: "checker-verdict", "data-tone": tone, ...named }, answer),
    facts.length ? rows(facts.map(({ label, text }) => [label, text])) : null,
    list(notes, { class: "checker-notes" }),
  ].filter(Boolean);
}

/** Why: the days one by one, and each step with who says so. */
function grounds({ strip: days, steps }, say) {
  return [
    days ? strip(days, say.days) : null,
    steps.length
      ? element("details", { class: "checker-steps" }, element("summary", {}, say.steps), list(steps.map(step(say)), {}, "ol"))
      : null,
  ].filter(Boolean);
}

/** Where the order stands: OVHcloud's word for it, what that means, and the order's life. */
function standing(status, heading, say) {
  if (!status) return [];
  return [
    element("section", { class: "checker-standing" },
      element(heading, {}, status.label ? say.status_named.replace("{status}", status.label) : say.status),
      life(status.life),
      rows(status.parts.map(({ title, text, ...said }, place, parts) => // a source that two parts share stands below the second
        [title, text, ...(said.source.place === parts[place + 1]?.source.place ? [] : [source(said, say)])]))),
  ];
}

const step = say => ({ text, ...said }) => element("div", { class: "checker-step" }, element("p", {}, text), source(said, say));

/** Who says so: law, OVHcloud's terms or its FAQ, where, and when that was read. */
function source({ nature, nature_label: label, source: { title, place, address, confirmed, read } }, say) {
  return element("p", { class: "checker-source" },
    element("span", { class: "checker-nature", "data-nature": nature }, label), " ",
    element("a", { href: address, rel: "noreferrer" }, `${title}, ${place}`),
    ` (${confirmed ? read : say.unconfirmed})`);
}
