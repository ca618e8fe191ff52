// The checker page: the questions, the answer, and what is said in between. Nothing typed leaves the browser.

import { Letter, ways } from "./actions.mjs";
import { shown } from "./answer.mjs";
import { button, element, list, rows } from "./elements.mjs";
import { Fields } from "./fields.mjs";
import { keepSite } from "./offline.mjs";
import { pasting } from "./paste.mjs";
import { Runner } from "./runner.mjs";
import { places } from "./thread.mjs";
import { Visit } from "./visit.mjs";

const checker = document.querySelector(".checker");
const part = name => checker.querySelector(`.checker-${name}`);
const [form, summary, again, progress, failure, answer] = ["form", "summary", "again", "progress", "failure", "answer"].map(part);
const { lang, longest, say, links, related } = JSON.parse(part("handed").textContent);

const fields = new Fields(form);
const order = () => ({ ...fields.order(), now: minute().toISOString() });
const runner = new Runner(report);
const letter = new Letter(part("letter"), (sender, given = order()) => runner.call("statement", given, sender, lang), say);
const visit = new Visit(restore, () => ({ answers: fields.answers(), answered: !answer.hidden }));
const go = form.querySelector("[type=submit]");
const MOMENT = 1000; // milliseconds in which an answer comes that needs no word before it
let pending = false; // a press waits for its answer
let stood = []; // the questions that stood open when it was first pressed
let ahead = {}; // what was found of an order and its sender, by both
let tried = false; // whether to try again was of no use, though the server was there
let latest = 0; // presses and returns to the questions: what was asked before the latest is not shown any more

go.disabled = false;
form.addEventListener("submit", event => {
  event.preventDefault();
  submit();
});
form.addEventListener("input", () => {
  visit.keep({ answers: fields.answers() });
  if (pending) submit();
  else if (runner.ready) follow();
});
failure.querySelector("button").addEventListener("click", retry);
pasting(part("paste"), text => runner.call("understood", text, lang), taken, fail, { ...say, longest });
// Heard on the document, which is after the link itself, to which the site's own script adds the anchor of every page.
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".md-select__link[hreflang], .offer a[hreflang]");
  if (link && fields.answers()) link.hash = carrying(!answer.hidden);
});
const carrying = answered => `#${answered ? "answered" : "answers"}?${fields.answers()}`;
const folded = () => answer.querySelectorAll("details:not([open])");
addEventListener("beforeprint", () => {
  const opened = [...folded()]; // what is folded is printed too
  for (const details of opened) details.open = true;
  addEventListener("afterprint", () => opened.forEach(details => { details.open = false; }), { once: true });
});

visit.open();
part("late").remove();
begin();

function restore({ answers, answered }) {
  if (answers !== undefined) fields.fill(answers);
  fields.arrange(fields.first()); // until Python can tell which are not needed
  ask();
  if (answered) submit();
}

async function begin() {
  failure.hidden = true;
  await runner.start().then(follow, fail);
  checker.toggleAttribute("data-ready", runner.ready); // from here on the form follows each answer
  if (runner.ready) keepSite(`${places.root}sw.js`);
}

/** Once more. Where that is of no use, once more with the page anew: the files that this one names may be gone from the server. */
async function retry() {
  if (tried) {
    visit.keep({ answers: fields.answers(), answered: pending });
    return location.reload();
  }
  pending ? submit() : begin();
  tried = await fetch(location.href, { method: "HEAD", cache: "no-store" }).then(({ ok }) => ok, () => false);
}

/** Shows the questions that the answers so far call for. */
async function follow() {
  const before = latest;
  try {
    const { asks, days } = await runner.call("asked", order(), lang);
    if (before !== latest || pending || !answer.hidden) return;
    fields.read(days);
    if (asks) fields.arrange(asks);
    if (!fields.unanswered().length) await found(); // ahead of the press
  } catch (error) {
    fail(error);
  }
}

/** The answer to the order as it stands in this minute, and the letter. */
function found() {
  const nothing = { texts: [], products: [], chosen: [] };
  const given = order();
  const key = JSON.stringify({ ...given, ...letter.sender });
  if (ahead.key !== key) {
    const answers = Promise.all([runner.call("answer", given, lang), letter.found(null, given).catch(() => nothing)]);
    answers.catch(() => { ahead = {}; });
    ahead = { key, answers };
  }
  return ahead.answers;
}

/** The minute that it is: all that is asked in it has the same answer. */
function minute() {
  const now = new Date();
  now.setSeconds(0, 0);
  return now;
}

/** Answers the order as it stands once Python is there; of several presses the latest counts. */
async function submit() {
  if (!pending) stood = fields.unanswered();
  const press = quiet();
  pending = true;
  report();
  setTimeout(() => press === latest && report(true), MOMENT);
  if (!progress.hidden) progress.scrollIntoView({ block: "nearest" });
  try {
    const answers = await found();
    if (press === latest) show(...answers);
  } catch (error) {
    if (press === latest) fail(error);
  }
}

/** Takes back what was said of the answers as they were; the number of this moment, to tell whether it is still the latest. */
function quiet() {
  pending = false;
  summary.hidden = failure.hidden = progress.hidden = true;
  again.textContent = "";
  fields.mark([]);
  return ++latest;
}

/** The answer, or what is still in its way. */
function show(judged, statement) {
  const { verdict, explanation, asks, days } = judged;
  quiet();
  fields.read(days);
  if (!explanation.errors.length) fields.arrange(asks);
  const open = fields.unanswered();
  const wrong = new Set(explanation.errors.map(({ field }) => field));
  const errors = [...explanation.errors, ...open.filter(name => stood.includes(name) && !wrong.has(name)).map(unanswered)];
  if (errors.length) return refuse(fields.ordered(errors, ({ field }) => field));
  if (open.length) return askAgain(open[0]);
  if (!visit.answered) visit.add({ answers: fields.answers(), answered: true });
  const missing = verdict.missing.filter(fields.has);
  const useful = fields.ordered(verdict.would_change.filter(name => fields.has(name) && !missing.includes(name)));
  const link = () => location.href.split("#")[0] + carrying(true);
  const on = ways({ ...judged, statement, links, related: explanation.related.map(place => related[place]), link }, letter.part, say);
  answer.replaceChildren(
    ...shown(explanation, titles(), [...changing(say.missing, missing), on, letter.part], say),
    ...changing(say.would_change, useful),
    told(),
    element("p", { class: "checker-record" }, judged.record),
  );
  letter.show(statement, titles());
  form.hidden = part("paste").hidden = true;
  answer.hidden = false;
  attend(answer.querySelector("h2"));
}

const unanswered = name =>
  ({ field: name, text: (fields.dated(name) ? say.undated : say.unanswered).replace("{unsure}", fields.unsure(name)) });

/** The names of several products. */
function titles() {
  const products = [...form.querySelectorAll("select[name=product]")].filter(select => select.value);
  return products.map((select, number) => `${number + 1}. ${select.selectedOptions[0].textContent}`);
}

/** The questions again; `name` is the one to go to. */
function ask(name) {
  const left = !answer.hidden;
  quiet();
  answer.hidden = true;
  form.hidden = part("paste").hidden = false;
  if (name) fields.focus(name);
  else if (left) go.focus();
  if (runner.ready) follow();
}

/** Back to the questions, at one of them, in a place of its own: the way back leads to the answer. */
function change(name) {
  visit.add({ answers: fields.answers() });
  ask(name);
}

/** A question more, which the answers so far have brought up. */
function askAgain(name) {
  visit.keep({ answered: false });
  ask(name);
  again.textContent = say.one_more;
}

function refuse(errors) {
  visit.keep({ answered: false });
  ask();
  const items = errors.map(({ field, label, text }) => {
    const item = `${fields.has(field) ? fields.question(field) : label} ${text}`;
    return fields.has(field) ? button(item, () => fields.focus(field), { class: "checker-link" }) : item;
  });
  fields.mark(errors);
  summary.querySelector("ul").replaceWith(list(items));
  summary.hidden = false;
  attend(summary);
}

/** A sentence and the questions it speaks of, each the way to its question. */
function changing(sentence, names) {
  const links = names.map(name => button(fields.question(name), () => change(name), { class: "checker-link" }));
  return links.length ? [element("section", { class: "checker-asked" }, element("h3", {}, sentence), list(links))] : [];
}

/** What was answered, each with the way to change it. */
function told() {
  const changed = ({ name, question }) =>
    button(say.change, () => change(name), { class: "checker-link", "aria-label": say.change_named.replace("{question}", question) });
  return element("section", { class: "checker-told" },
    element("h3", {}, say.answers),
    rows(fields.told().map(one => [one.question, one.answer, " ", changed(one)])));
}

/** Takes what was pasted and confirmed; null where the customer would rather answer. */
async function taken(found) {
  if (found) {
    const given = new URLSearchParams(fields.answers());
    for (const [name, value] of Object.entries(found.fields)) given.set(name, String(value));
    fields.fill(given);
    fields.products(found.products ?? 1);
    letter.know(found.number);
    visit.keep({ answers: fields.answers() });
    await follow();
  }
  const [next] = fields.unanswered();
  if (next) fields.focus(next);
  else go.focus();
}

/** How far the start has come, for a customer who already waits for the answer; once all is there, that it is on its way, if `long`. */
function report(long = false) {
  const { loaded, bytes, ready } = runner;
  progress.hidden = !pending || !failure.hidden || (ready && !long);
  if (progress.hidden) return;
  const bar = progress.querySelector("progress");
  const stage = loaded < bytes ? "downloading" : "starting";
  if (stage === "downloading") bar.value = loaded / bytes;
  else bar.removeAttribute("value");
  const said = ready ? say.waiting : `${say[stage]} ${say.waiting}`;
  const status = progress.querySelector("p");
  if (status.textContent !== said) status.textContent = said; // said aloud once a stage, not once a packet
}

function fail({ code }) {
  progress.hidden = true;
  failure.hidden = false;
  failure.querySelector("p").textContent = say[`failed_${code}`] ?? say.failed_start;
  failure.querySelector("button").hidden = code === "wasm"; // trying again is of no use in this browser
  if (pending) attend(failure);
}

/** Brings what is new to the top of the window, and the focus to it: with the frame that shows it. */
function attend(place) {
  requestAnimationFrame(() => {
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  });
}
