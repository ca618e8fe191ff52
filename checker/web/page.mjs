// The checker page: the form, the answer, and what is said in between. Nothing typed leaves the browser.

import { element, list, shown } from "./answer.mjs";
import { Fields } from "./fields.mjs";
import { Runner } from "./runner.mjs";

const checker = document.querySelector(".checker");
const part = name => checker.querySelector(`.checker-${name}`);
const [form, summary, progress, failure, answer] = ["form", "summary", "progress", "failure", "answer"].map(part);
const { lang, root, files, bytes, lock, say } = JSON.parse(part("handed").textContent);

const fields = new Fields(form);
const at = address => new URL(root + address, document.baseURI).href;
const runner = new Runner({ worker: at(files.worker), python: at(files.python), rules: at(files.rules), lock }, report);
let pending = null;
let latest = 0;

form.querySelector("[type=submit]").disabled = false;
form.addEventListener("submit", event => {
  event.preventDefault();
  // A press while the runtime is still starting is kept: the latest one is answered, without another.
  submit({ ...fields.order(), now: new Date().toISOString() });
});
form.addEventListener("input", () => part("outdated")?.removeAttribute("hidden"));
failure.querySelector("button").addEventListener("click", () => (pending ? submit(pending) : begin()));

// Another language of this page: what was answered goes along, in the part of the address that no server is sent.
const CARRIED = /^#(answers|answered)\?(.*)$/;
const carried = CARRIED.exec(location.hash);
// A reload, and the way back to this page, keep the answers too: in the browser's history of this tab, nowhere else.
if (!carried && history.state?.answers) fields.fill(history.state.answers);
form.addEventListener("input", () => history.replaceState({ ...history.state, answers: fields.answers() }, ""));
if (carried) {
  history.replaceState({ ...history.state, answers: carried[2] }, "", location.pathname + location.search);
  fields.fill(carried[2]);
  if (carried[1] === "answered") form.requestSubmit();
}
// Heard on the document, which is after the link itself, to which the site's own script adds the anchor of every page.
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".md-select__link[hreflang], .offer a[hreflang]");
  const answers = link && fields.answers();
  if (answers) link.hash = `${answer.hidden ? "answers" : "answered"}?${answers}`;
});

// The runtime is fetched when the checker comes into view or is touched, not before.
const seen = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && first());
const first = () => {
  seen.disconnect();
  form.removeEventListener("focusin", first);
  begin();
};
seen.observe(form);
form.addEventListener("focusin", first);

async function begin() {
  failure.hidden = true;
  try {
    await runner.start();
  } catch (error) {
    fail(error);
  }
}

async function submit(order) {
  pending = order;
  const press = ++latest;
  summary.hidden = failure.hidden = answer.hidden = true;
  fields.mark([]);
  report();
  if (!progress.hidden) progress.scrollIntoView({ block: "nearest" });
  try {
    const found = await runner.ask(order, lang);
    if (press === latest) show(found);
  } catch (error) {
    if (press === latest) fail(error);
  }
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

function show({ verdict, explanation }) {
  pending = null;
  progress.hidden = true;
  if (explanation.errors.length) return refuse(explanation.errors);
  const products = [...form.querySelectorAll("select[name=product]")].filter(select => select.value);
  const titles = products.map((select, number) => `${number + 1}. ${select.selectedOptions[0].textContent}`);
  const wanted = verdict.missing.filter(fields.has);
  const useful = fields.ordered(verdict.would_change.filter(name => fields.has(name) && !wanted.includes(name)));
  fields.point(wanted);
  answer.replaceChildren(
    element("p", { class: "checker-outdated", role: "status", hidden: "" }, say.outdated),
    ...shown(explanation, titles, { ...say, status: fields.question("order_status") }),
    ...asked(say.missing, wanted),
    ...asked(say.would_change, useful),
  );
  answer.hidden = false;
  attend(answer.querySelector("h2"));
}

function refuse(errors) {
  const worded = errors.map(error => (fields.incomplete(error.field) ? { ...error, text: say.incomplete } : error));
  const items = worded.map(({ field, label, text }) => {
    const item = `${label}: ${text}`;
    return fields.has(field) ? to(field, item) : item;
  });
  fields.mark(worded);
  summary.querySelector("ul").replaceWith(list(items));
  summary.hidden = false;
  attend(summary);
}

/** Brings what is new to the top of the window, and the focus to it. */
function attend(part) {
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "start" });
}

/** A sentence and the questions it speaks of, as links to them. */
function asked(sentence, names) {
  const links = names.map(name => to(name, fields.question(name)));
  return links.length ? [element("p", { class: "checker-asked" }, sentence), list(links)] : [];
}

/** A link to a field; inside an order's line, to that line's. */
function to(name, text) {
  const link = element("a", { href: `#checker-${name.split(".").at(-1)}` }, text);
  link.addEventListener("click", event => {
    event.preventDefault();
    fields.focus(name);
  });
  return link;
}
