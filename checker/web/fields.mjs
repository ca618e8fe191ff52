// The form's fields: read as an order, shown when they are asked, marked where they are wrong.

const JSON_VALUES = { true: true, false: false, null: null };

export class Fields {
  /** Fields shown because the customer wanted to tell them, not because they are asked. */
  #wanted = new Set();
  /** Fields that are asked now. */
  #called = new Set();

  constructor(form) {
    this.form = form;
    this.regions = [...form.elements.region.querySelectorAll("optgroup")];
    form.addEventListener("input", ({ target }) => this.#oneAnswer(target));
    for (const pick of form.querySelectorAll(".checker-pick")) calendar(pick);
    this.#severalProducts();
    this.#regionsOfTheCountry();
  }

  /** The order as the customer gave it: what is not answered is left out, "I don't know" is null. */
  order() {
    const order = {};
    const products = [];
    for (const control of this.form.elements) {
      const value = valueOf(control);
      if (value === undefined) continue;
      if (control.name === "product") products.push(value);
      else order[control.name] = value;
    }
    if (products.length > 1) order.lines = products.map(product => ({ product }));
    else if (products.length) [order.product] = products;
    return order;
  }

  /** All that was chosen or typed, as a query string that `fill` takes back. */
  answers() {
    return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value)).toString();
  }

  /** Takes back what `answers` gave; what the form does not offer is left out. */
  fill(answers) {
    const given = new URLSearchParams(answers);
    this.#wanted.clear();
    this.form.reset();
    for (const line of this.form.querySelectorAll(".checker-line")) line.remove();
    const products = given.getAll("product").slice(0, 100);
    this.products(products.length);
    for (const control of this.form.elements) {
      const value = control.name === "product" ? products.shift() : given.get(control.name);
      if (!control.name || !value) continue;
      if (control.type === "radio" || control.type === "checkbox") control.checked = control.value === value;
      else if (value !== "null" || control.tagName === "SELECT") control.value = value;
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.selectedIndex = 0;
      if (control.name === "country") this.#regionsOfTheCountry(); // the regions of a country can be chosen once it is
    }
    document.activeElement?.blur();
  }

  /** Makes room for so many products. */
  products(count) {
    const add = this.form.querySelector(".checker-add");
    for (let number = this.#many() + 1; number <= count; number++) add.before(this.#line(number));
  }

  /** Shows the questions that are answered, wanted, or `asked`: of those that follow the first ones, one at a time. */
  arrange(asked) {
    this.#regionsOfTheCountry();
    const next = asked.find(name => this.has(name));
    for (const field of this.#fields()) {
      const { field: name, first } = field.dataset;
      const called = first === undefined ? name === next : asked.includes(name);
      if (called) this.#called.add(name);
      else this.#called.delete(name);
      field.hidden = !(called || this.#wanted.has(name) || this.answered(name));
    }
  }

  /** Shows the typed days in words below their fields. */
  read(days) {
    for (const output of this.form.querySelectorAll(".checker-read")) output.textContent = days[output.closest(".checker-field").dataset.field] ?? "";
  }

  /** Whether the form asks for a field at all. */
  has = name => this.#field(name) !== null;

  /** Whether a field holds an answer, "I don't know" included. */
  answered = name => this.#controls(name).some(control => valueOf(control) !== undefined);

  /** The questions asked from the start. */
  first() {
    return this.#fields().filter(field => field.dataset.first !== undefined).map(field => field.dataset.field);
  }

  /** The questions that are asked and have no answer. */
  unanswered() {
    return this.#fields().map(field => field.dataset.field).filter(name => this.#called.has(name) && !this.answered(name));
  }

  /** Whether a field takes a day. */
  dated = name => this.#field(name).querySelector(".checker-day") !== null;

  /** What a field's "I don't know" is called. */
  unsure(name) {
    const control = this.#field(name).querySelector("[value=null]");
    return (control.closest("label") ?? control).textContent.trim();
  }

  /** What a field asks, in the form's own words. */
  question(name) {
    return this.#field(name).querySelector("label, legend").textContent;
  }

  /** Fields, or what `name` gives the field of, in the order in which the form asks for them. */
  ordered(items, name = item => item) {
    const places = this.#fields();
    const place = item => places.indexOf(this.#field(name(item)));
    return [...items].sort((one, other) => place(one) - place(other));
  }

  /** Each answered question with its answer in words: [{ name, question, answer }]. */
  told() {
    return this.#fields().map(field => field.dataset.field).filter(this.answered).map(name => {
      const said = this.#controls(name).filter(control => valueOf(control) !== undefined).map(inWords);
      return { name, question: this.question(name), answer: [...new Set(said)].join(", ") };
    });
  }

  /** Shows a field, asked for or not, and goes to it. */
  focus(name) {
    const bare = name.split(".").at(-1);
    this.#wanted.add(bare);
    const field = this.#field(bare);
    field.hidden = false;
    const control = this.#control(name);
    field.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }

  /** Marks the fields named in `errors`, a list of {field, text}, and no other. */
  mark(errors) {
    for (const field of this.#fields()) {
      const wrong = errors.filter(error => this.#field(error.field) === field);
      field.querySelector(".checker-error").textContent = wrong.map(error => error.text).join(" ");
      for (const control of field.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
      field.removeAttribute("aria-invalid");
      for (const error of wrong) (field.matches("fieldset") ? field : this.#control(error.field)).setAttribute("aria-invalid", "true");
    }
  }

  /** "I don't know" takes the typed day away, and a typed day takes "I don't know" away. */
  #oneAnswer(control) {
    const others = this.#controls(control.name).filter(other => other !== control && other.type !== control.type);
    if (control.type === "checkbox" && control.checked) for (const other of others) other.value = "";
    else if (control.type === "text") for (const other of others) other.checked = false;
  }

  #regionsOfTheCountry() {
    const { region, country } = this.form.elements;
    const own = this.regions.filter(group => group.dataset.country === country.value);
    const chosen = region.value;
    const [empty, unsure] = [region.options[0], region.querySelector(":scope > [value=null]")];
    region.replaceChildren(empty, ...own, unsure);
    region.value = chosen;
    if (region.selectedIndex < 0) region.selectedIndex = 0;
  }

  #fields() {
    return [...this.form.querySelectorAll(".checker-field")];
  }

  /** The place of a field, or of a line's field (`lines[1].product`). */
  #field(name) {
    return this.form.querySelector(`[data-field="${CSS.escape(name.split(".").at(-1))}"]`);
  }

  #controls(name) {
    return [...this.form.elements].filter(control => control.name && control.name === name);
  }

  #control(name) {
    const line = Number(/^lines\[(\d+)\]/.exec(name)?.[1] ?? 0);
    const controls = this.#controls(name.split(".").at(-1));
    return controls.find(control => control.type === "radio" && control.checked) ?? controls[line] ?? controls[0];
  }

  #many() {
    return this.form.querySelectorAll("select[name=product]").length;
  }

  #severalProducts() {
    const add = this.form.querySelector(".checker-add");
    add.hidden = false;
    add.addEventListener("click", () => {
      const line = this.#line(this.#many() + 1);
      add.before(line);
      line.querySelector("select").focus();
    });
  }

  /** The place of one product more; `number` counts those that there are with it. */
  #line(number) {
    const line = this.form.querySelector(".checker-another").content.firstElementChild.cloneNode(true);
    const [select, remove] = [line.querySelector("select"), line.querySelector("button")];
    select.setAttribute("aria-label", `${select.getAttribute("aria-label")} ${number}`);
    remove.setAttribute("aria-label", `${remove.textContent}: ${select.getAttribute("aria-label")}`);
    remove.addEventListener("click", () => {
      line.remove();
      this.form.dispatchEvent(new Event("input"));
      this.form.querySelector(".checker-add").focus();
    });
    return line;
  }
}

/** A control's value as JSON; undefined where it says nothing. */
function valueOf(control) {
  const choice = control.type === "radio" || control.type === "checkbox";
  if (!control.name || (choice && !control.checked) || !control.value.trim()) return undefined;
  return control.value in JSON_VALUES && control.type !== "text" ? JSON_VALUES[control.value] : control.value;
}

/** An answer as the customer sees it. */
function inWords(control) {
  if (control.tagName === "SELECT") return control.selectedOptions[0].textContent;
  const own = control.closest("label")?.textContent.trim();
  return own || control.closest(".checker-field").querySelector(".checker-read").textContent || control.value;
}

/** The browser's own calendar, where it has one, fills the field before it. */
function calendar(pick) {
  const [typed, picked] = [pick.previousElementSibling, pick.nextElementSibling];
  pick.hidden = picked.type !== "date" || !picked.showPicker;
  pick.addEventListener("click", () => picked.showPicker());
  picked.addEventListener("input", () => {
    typed.value = picked.value;
    typed.dispatchEvent(new Event("input", { bubbles: true }));
    typed.focus();
  });
}
