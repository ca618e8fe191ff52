// The checker page: the questions, the answer, and what is said in between. Nothing typed leaves the browser.

import { Letter, ways } from "./actions.mjs";
import { shown } from "./answer.mjs";
import { button, element, list } from "./elements.mjs";
import { Fields } from "./fields.mjs";
import { pasting } from "./paste.mjs";
import { Runner } from "./runner.mjs";

const checker = document.querySelector(".checker");
const part = name => checker.querySelector(`.checker-${name}`);
const [form, summary, progress, failure, answer] = ["form", "summary", "progress", "failure", "answer"].map(part);
const { lang, root, files, bytes, lock, say, links, related } = JSON.parse(part("handed").textContent);

const fields = new Fields(form);
const at = address => new URL(root + address, document.baseURI).href;
const runner = new Runner({ worker: at(files.worker), python: at(files.python), rules: at(files.rules), lock }, report);
const letter = new Letter(part("letter"), sender => runner.call("statement", order(), sender, lang), say);
const order = () => ({ ...fields.order(), now: new Date().toISOString() });
let pending = false;
let latest = 0;

const go = form.querySelector("[type=submit]");
go.disabled = false;
form.addEventListener("submit", event => {
  event.preventDefault();
  submit();
});
form.addEventListener("input", () => {
  keep({ answers: fields.answers() });
  if (runner.ready) follow();
});
failure.querySelector("button").addEventListener("click", () => (pending ? submit() : begin()));
pasting(part("paste"), text => runner.call("understood", text, lang), taken, say);

// Answers stay in the browser's history of this tab: a reload and the way back keep them, and nothing else does.
const keep = state => history.replaceState({ ...history.state, ...state }, "", location.pathname + location.search);
// From another language, a FAQ or a link that was copied: they come in the part of the address that no server is sent.
// Any other anchor there, as that of the link to the content, leaves all as it stands.
const CARRIED = /^#(answers|answered)\?(.*)$/;
function take() {
  const carried = CARRIED.exec(location.hash);
  if (carried) keep({ answers: carried[2], answered: carried[1] === "answered" });
  restore(history.state);
}
const stay = () => keep({ answers: fields.answers(), answered: !answer.hidden });
addEventListener("hashchange", () => location.hash && (CARRIED.test(location.hash) ? take() : stay()));
addEventListener("popstate", ({ state }) => location.hash || restore(state));
function restore(state) {
  if (state?.answers !== undefined) fields.fill(state.answers);
  fields.arrange(fields.first()); // until Python can tell which are not needed
  if (state?.answered) submit();
  else ask();
}
take();
// Heard on the document, which is after the link itself, to which the site's own script adds the anchor of every page.
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".md-select__link[hreflang], .offer a[hreflang]");
  if (link && fields.answers()) link.hash = fragment();
});
const fragment = () => `${answer.hidden ? "answers" : "answered"}?${fields.answers()}`;

// The runtime is fetched when the checker comes into view or is touched, not before.
const seen = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && first());
const first = () => {
  seen.disconnect();
  form.removeEventListener("focusin", first);
  begin();
};
seen.observe(checker);
form.addEventListener("focusin", first);

async function begin() {
  failure.hidden = true;
  try {
    await runner.start();
    await follow();
    checker.dataset.ready = ""; // from here on the form follows each answer
  } catch (error) {
    fail(error);
  }
}

/** Shows the questions that the answers so far call for. */
async function follow() {
  const press = latest;
  const { asks, days } = await runner.call("asked", order(), lang);
  if (press !== latest || !answer.hidden) return;
  fields.read(days);
  if (asks) fields.arrange(asks);
}

/** Answers the order as it stands; a press while Python is still starting is kept, and the latest one counts. */
async function submit() {
  const press = ++latest;
  const stood = fields.unanswered();
  pending = true;
  summary.hidden = failure.hidden = true;
  part("more").textContent = "";
  fields.mark([]);
  report();
  if (!progress.hidden) progress.scrollIntoView({ block: "nearest" });
  try {
    const found = await runner.call("answer", order(), lang);
    if (press !== latest) return;
    pending = false;
    progress.hidden = true;
    await show(found, stood);
  } catch (error) {
    if (press === latest) fail(error);
  }
}

async function show(found, stood) {
  const { verdict, explanation, asks, days } = found;
  fields.read(days);
  if (!explanation.errors.length) fields.arrange(asks);
  const open = fields.unanswered();
  const missing = open.filter(name => stood.includes(name) && !explanation.errors.some(({ field }) => field === name));
  const errors = [...explanation.errors, ...missing.map(name => ({ field: name, text: (fields.dated(name) ? say.undated : say.unanswered).replace("{unsure}", fields.unsure(name)) }))];
  if (errors.length) return refuse(fields.ordered(errors, ({ field }) => field));
  if (open.length) return more(open);
  if (!history.state?.answered) history.pushState({ answers: fields.answers(), answered: true }, "");
  const letters = await letter.show();
  const useful = fields.ordered(verdict.would_change.filter(name => fields.has(name)));
  const on = ways({ ...found, letters, links, related: explanation.related.map(place => related[place]), link }, letter.part, say);
  answer.replaceChildren(
    ...shown(explanation, titles(), [...changing(say.missing, verdict.missing.filter(fields.has)), on], say, lang),
    ...changing(say.would_change, useful.filter(name => !verdict.missing.includes(name))),
    told(),
    element("p", { class: "checker-record" }, found.record),
  );
  form.hidden = part("paste").hidden = summary.hidden = true;
  answer.hidden = false;
  attend(answer.querySelector("h2"));
}

const link = () => `${location.href.split("#")[0]}#answered?${fields.answers()}`;

/** The names of several products. */
function titles() {
  const products = [...form.querySelectorAll("select[name=product]")].filter(select => select.value);
  return products.map((select, number) => `${number + 1}. ${select.selectedOptions[0].textContent}`);
}

/** The questions again; `name` is the one to go to. From an answer, the way back leads to where it was asked for. */
function ask(name) {
  const left = !answer.hidden;
  latest++;
  pending = false;
  answer.hidden = letter.part.hidden = progress.hidden = true;
  form.hidden = part("paste").hidden = false;
  if (name) fields.focus(name);
  else if (left) go.focus();
  if (runner.ready) follow();
}

/** Back to the questions, at one of them: a place of its own in the history, so that the way back leads to the answer. */
function change(name) {
  history.pushState({ answers: fields.answers() }, "");
  ask(name);
}

/** A question more, which the answers so far have brought up. */
function more([name]) {
  ask(name);
  part("more").textContent = say.one_more;
}

function refuse(errors) {
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
  const rows = fields.told().map(({ name, question, answer: said }) =>
    element("div", {}, element("dt", {}, question),
      element("dd", {}, said, " ", button(say.change, () => change(name), { class: "checker-link", "aria-label": say.change_named.replace("{question}", question) }))));
  return element("section", { class: "checker-told" }, element("h3", {}, say.answers), element("dl", { class: "checker-facts" }, ...rows));
}

/** Takes what was pasted and confirmed. */
function taken(found) {
  if (!found) return ask(fields.unanswered()[0]);
  const given = new URLSearchParams(fields.answers());
  for (const [name, value] of Object.entries(found.fields)) given.set(name, String(value));
  fields.fill(given);
  fields.products(found.products ?? 1);
  letter.know(found.number);
  keep({ answers: fields.answers() });
  ask(fields.unanswered()[0]);
  if (!fields.unanswered().length) go.focus();
}

/** How far the start has come, for a customer who already waits for the answer. */
function report() {
  const { loaded, ready } = runner;
  const bar = progress.querySelector("progress");
  const stage = loaded < bytes ? "downloading" : "starting";
  if (stage === "downloading") bar.value = loaded / bytes;
  else bar.removeAttribute("value");
  progress.hidden = !pending || ready;
  const said = `${say[stage]} ${say.waiting}`;
  const status = progress.querySelector("p");
  if (status.textContent !== said) status.textContent = said; // said aloud once a stage, not once a packet
}

function fail({ code }) {
  progress.hidden = true;
  failure.hidden = false;
  failure.querySelector("p").textContent = say[`failed_${code}`] ?? say.failed_start;
  if (pending) attend(failure);
}

/** Brings what is new to the top of the window, and the focus to it. */
function attend(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

// What is folded is printed too.
const folded = () => answer.querySelectorAll("details:not([open])");
addEventListener("beforeprint", () => folded().forEach(details => details.setAttribute("open", "")));
