// What a customer can do with an answer: open the control panel, write the statement, note the day, print, keep a link.

import { button, element, list } from "./elements.mjs";

/** The ways on from an answer. `link` gives the address that restores the answers. */
export function ways({ calendar, statement, links, related, link }, letter, say) {
  const said = element("p", { class: "checker-done", role: "status" });
  const found = [
    element("a", { class: "md-button md-button--primary", href: links.orders, rel: "noreferrer" }, say.panel),
    statement.texts.length ? button(say.letter, () => open(letter), { class: "md-button" }) : null,
    calendar ? button(say.calendar, () => save("ovhcloud.ics", "text/calendar", calendar), { class: "md-button" }) : null,
    element("a", { class: "md-button", href: links.contact, rel: "noreferrer" }, say.contact),
    button(say.print, () => print(), { class: "checker-link" }),
    button(say.link, () => copyLink(link(), said, say), { class: "checker-link" }),
  ];
  return element("section", { class: "checker-ways" },
    element("h3", {}, say.next),
    element("p", { class: "checker-actions" }, ...found),
    said,
    ...(related.length ? [element("h3", {}, say.more), list(related.map(({ text, address }) => element("a", { href: address }, text)))] : []));
}

function open(letter) {
  letter.open = true;
  letter.querySelector(".checker-field:not([hidden]) input").focus({ preventScroll: true });
  letter.scrollIntoView({ block: "start" });
}

/** Copies a text; whether the browser allows it. */
const copied = text => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? Promise.resolve(false);

async function copyLink(text, said, say) {
  if (await copied(text)) {
    said.textContent = say.link_copied;
    return;
  }
  const shown = element("input", { type: "text", readonly: "", "aria-label": say.link_shown });
  shown.value = text;
  said.replaceChildren(say.link_shown, shown);
  shown.select();
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The statement's place in the page: its texts are written anew as the sender is typed. */
export class Letter {
  /** Its place in the page. */
  part;
  #form;
  #which;
  #ask;
  #say;

  /** `ask` gives the texts for a sender, a promise of {texts [{lang, subject, body}], products, chosen}. */
  constructor(part, ask, say) {
    this.part = part;
    this.#form = part.querySelector("form");
    this.#which = part.querySelector(".checker-which");
    this.#ask = ask;
    this.#say = say;
    this.#form.addEventListener("input", () => {
      const wanted = this.#which.hidden ? null : new FormData(this.#form).getAll("products").map(Number);
      this.found(wanted).then(({ texts }) => this.#write(texts), () => {});
    });
  }

  /** Fills in the order's number, where one was confirmed. */
  know(number) {
    if (number) this.#form.elements.order_number.value = number;
  }

  /** Whose statement it is, as it stands. */
  get sender() {
    return Object.fromEntries(new FormData(this.#form));
  }

  /** What `ask` gives for the sender and `given`; `products` are those to withdraw from, null the usual ones. */
  found(products = null, ...given) {
    return this.#ask({ ...this.sender, products }, ...given);
  }

  /** Shows the statement, where the order has one; of several products, named by `titles`, those that it is for. */
  show({ texts, products, chosen }, titles) {
    this.part.hidden = !texts.length;
    this.#which.hidden = titles.length < 2;
    this.#which.replaceChildren(this.#which.querySelector("legend"), ...products.map(number => {
      const box = element("input", { type: "checkbox", name: "products", value: number });
      box.checked = chosen.includes(number);
      return element("label", { class: "checker-radio" }, box, ` ${titles[number] ?? ""}`);
    }));
    this.#write(texts);
  }

  #write(texts) {
    const place = this.part.querySelector(".checker-texts");
    if (place.children.length !== texts.length) place.replaceChildren(...texts.map(() => this.#one()));
    for (const [number, { lang, subject, body }] of texts.entries()) {
      const section = place.children[number];
      section.lang = lang;
      section.querySelector("h3").textContent = subject;
      const text = section.querySelector("textarea");
      text.setAttribute("aria-label", subject);
      text.value = body;
      const mail = { subject, body: body.replaceAll("\n", "\r\n") };
      const written = Object.entries(mail).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      section.querySelector("[data-do=mail]").href = `mailto:?${written.join("&")}`;
    }
  }

  #one() {
    const section = this.part.querySelector("template").content.firstElementChild.cloneNode(true);
    const [text, said] = [section.querySelector("textarea"), section.querySelector(".checker-done")];
    const does = {
      copy: async () => {
        const done = await copied(text.value);
        text.select();
        said.textContent = done ? this.#say.copied : this.#say.copy_yourself;
      },
      save: () => save(`ovhcloud-${section.lang}.txt`, "text/plain", text.value),
      print: () => printed(text.value),
    };
    for (const [name, act] of Object.entries(does)) section.querySelector(`[data-do=${name}]`).addEventListener("click", act);
    return section;
  }
}

/** Prints one text alone. */
function printed(text) {
  const sheet = element("pre", { class: "checker-sheet" }, text);
  document.body.append(sheet);
  document.documentElement.toggleAttribute("data-sheet", true);
  addEventListener("afterprint", () => {
    document.documentElement.toggleAttribute("data-sheet", false);
    sheet.remove();
  }, { once: true });
  print();
}
