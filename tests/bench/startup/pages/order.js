// The order that the address brings along, in the checker's own form, and the answer's place on the page.

const [kind, query] = location.hash.slice(1).split("?");
const told = { true: true, false: false, null: null };

/** Whether the answer is wanted at once. */
export const asked = kind === "answered";

export function order() {
  const fields = Object.fromEntries(new URLSearchParams(query));
  for (const name in fields) if (fields[name] in told) fields[name] = told[fields[name]];
  return { ...fields, now: new Date().toISOString() };
}

export function shows({ answer, facts }) {
  const place = document.querySelector(".checker-answer");
  const title = document.createElement("h2");
  title.textContent = answer;
  const rows = facts.map(({ label, text }) => Object.assign(document.createElement("p"), { textContent: `${label}: ${text}` }));
  place.replaceChildren(title, ...rows);
  place.hidden = false;
}
