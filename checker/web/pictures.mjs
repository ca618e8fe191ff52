// Two pictures: the order's life with the place where it is now, and the fourteen days as a calendar.

import { element } from "./elements.mjs";

/** The stages of an order's life, in a row; the one it is at now is marked, for a screen reader too. */
export function life(stages) {
  if (!stages.length) return null;
  return element("ol", { class: "checker-life" }, ...stages.map(({ label, past, state }) =>
    element("li", { "data-past": String(past), "aria-current": past === null ? "step" : null },
      element("span", {}, label), element("small", {}, state))));
}

/** The days from the first to the last as weeks; in words for who cannot see them. */
export function strip({ text, legend, week, before, days }, title) {
  const names = week.map(day => element("b", {}, day));
  const cells = days.map(({ date, number, kind, today, why }) =>
    element("span", { "data-kind": kind, "data-today": today ? "" : null },
      element("span", { class: "checker-date" }, date),
      number ? element("small", {}, String(number)) : null,
      why ? element("em", {}, why) : null));
  const used = new Set(["start", "counted", "last", ...days.map(({ kind }) => kind), ...(days.some(day => day.today) ? ["today"] : [])]);
  const keys = Object.entries(legend).filter(([kind]) => used.has(kind)).map(([kind, words]) =>
    element("span", {}, element("i", { "data-kind": kind }), words));
  return element("figure", { class: "checker-strip" },
    element("figcaption", {}, title),
    element("div", { class: "checker-weeks", role: "img", "aria-label": text }, ...names,
      ...Array.from({ length: before }, () => element("span", {})), ...cells),
    element("p", { class: "checker-legend", "aria-hidden": "true" }, ...keys));
}
