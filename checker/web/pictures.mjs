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
export function strip({ text, legend, days }, title, lang) {
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "short", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const dated = days.map(day => ({ ...day, date: new Date(`${day.day}T00:00Z`) }));
  const before = (dated[0].date.getUTCDay() + 6) % 7;
  const monday = Date.UTC(2024, 0, 1);
  const names = Array.from({ length: 7 }, (_, day) => element("b", {}, weekday.format(monday + day * 86_400_000)));
  const cells = dated.map(({ date, number, kind, today, why }, place) =>
    element("span", { "data-kind": kind, "data-today": today ? "" : null },
      element("span", { class: "checker-date" },
        place === 0 || date.getUTCDate() === 1 ? `${date.getUTCDate()} ${month.format(date)}` : String(date.getUTCDate())),
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
