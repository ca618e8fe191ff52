// The form's fields: read as an order, shown where they apply, marked where they are wrong.

const JSON_VALUES = { true: true, false: false, null: null };

export class Fields {
  constructor(form) {
    this.form = form;
    this.regions = [...form.elements.region.querySelectorAll("optgroup")];
    form.addEventListener("input", () => this.arrange());
    this.#severalProducts();
    this.arrange();
  }

  /** The order as the customer gave it: fields not touched, and fields that do not apply, are left out. */
  order() {
    const order = {};
    const products = [];
    for (const control of this.form.elements) {
      const value = this.#value(control);
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
    for (const _more of given.getAll("product").slice(1)) this.form.querySelector(".checker-add").click();
    const products = given.getAll("product");
    for (const control of this.form.elements) {
      const value = control.name === "product" ? products.shift() : given.get(control.name);
      if (!control.name || !value) continue;
      if (control.type === "radio") control.checked = control.value === value;
      else control.value = value;
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.selectedIndex = 0;
      if (control.name === "country") this.arrange(); // the regions of a country can be chosen once it is
    }
    this.arrange();
    document.activeElement?.blur();
  }

  /** Names of fields in the order in which the form asks for them. */
  ordered(names) {
    const place = name => [...this.form.querySelectorAll(".checker-field")].indexOf(this.#field(name));
    return [...names].sort((one, other) => place(one) - place(other));
  }

  /** Whether the form asks for a field. */
  has = name => this.#field(name) !== null;

  /** What a field asks, in the form's own words. */
  question(name) {
    return this.#field(name).querySelector("label, legend").textContent;
  }

  /** Whether a field holds a date typed only in part. */
  incomplete(name) {
    return this.has(name) && this.#control(name).validity.badInput;
  }

  /** Points to the fields named, unfolding what hides them, and to no other. */
  point(names) {
    const wanted = names.map(name => this.#field(name));
    for (const field of this.form.querySelectorAll(".checker-field")) field.toggleAttribute("data-wanted", wanted.includes(field));
    for (const field of wanted) field.closest("details")?.setAttribute("open", "");
  }

  /** Goes to a field, wherever it is folded away. */
  focus(name) {
    const field = this.#field(name);
    field.hidden = false;
    field.closest("details")?.setAttribute("open", "");
    const control = this.#control(name);
    field.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }

  /** Marks the fields named in `errors`, a list of {field, text}, and no other. */
  mark(errors) {
    for (const field of this.form.querySelectorAll(".checker-field")) {
      const wrong = errors.filter(error => this.#field(error.field) === field);
      field.querySelector(".checker-error").textContent = wrong.map(error => error.text).join(" ");
      for (const control of field.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
      field.removeAttribute("aria-invalid");
      for (const error of wrong) (field.matches("fieldset") ? field : this.#control(error.field)).setAttribute("aria-invalid", "true");
    }
  }

  /** Shows the follow-up questions that the answers call for, and the regions of the country chosen. */
  arrange() {
    for (const field of this.form.querySelectorAll("[data-when]")) {
      const wanted = Object.entries(JSON.parse(field.dataset.when));
      field.hidden = !wanted.some(([name, codes]) => this.#values(name).some(value => codes.includes(value)));
    }
    const { region, country } = this.form.elements;
    const own = this.regions.filter(group => group.dataset.country === country.value);
    const chosen = region.value;
    region.replaceChildren(region.options[0], ...own);
    region.value = chosen;
    if (region.selectedIndex < 0) region.selectedIndex = 0;
    region.closest(".checker-field").hidden = !own.length;
  }

  #values(name) {
    return [...this.form.elements].filter(control => control.name === name).map(control => this.#value(control));
  }

  #value(control) {
    if (!control.name || control.closest("[hidden]") || (control.type === "radio" && !control.checked)) return undefined;
    // A date typed in part has no value, yet the customer did answer: it goes to the rules to be refused.
    if (!control.value) return control.validity.badInput ? "" : undefined;
    return control.value in JSON_VALUES ? JSON_VALUES[control.value] : control.value;
  }

  /** The place of a field, or of a line's field (`lines[1].product`). */
  #field(name) {
    return this.form.querySelector(`[data-field="${CSS.escape(name.split(".").at(-1))}"]`);
  }

  #control(name) {
    const line = Number(/^lines\[(\d+)\]/.exec(name)?.[1] ?? 0);
    const controls = [...this.#field(name).querySelectorAll("input, select")];
    return controls.find(control => control.checked) ?? controls[line] ?? controls[0];
  }

  #severalProducts() {
    const another = this.form.querySelector(".checker-another");
    const add = this.form.querySelector(".checker-add");
    add.hidden = false;
    add.addEventListener("click", () => {
      const line = another.content.firstElementChild.cloneNode(true);
      const number = this.form.querySelectorAll("select[name=product]").length + 1;
      const select = line.querySelector("select");
      select.setAttribute("aria-label", `${select.getAttribute("aria-label")} ${number}`);
      line.querySelector("button").setAttribute("aria-label", `${line.querySelector("button").textContent}: ${select.getAttribute("aria-label")}`);
      line.querySelector("button").addEventListener("click", () => {
        line.remove();
        this.form.dispatchEvent(new Event("input"));
        add.focus();
      });
      add.before(line);
      line.querySelector("select").focus();
    });
  }
}
