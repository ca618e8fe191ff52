// What a customer can do with an answer: open the control panel, write the statement, note the day, print, keep a link.

import { button, element, list } from "./elements.mjs";

/** The ways on from an answer. `link` gives the address that restores the answers. */
export function ways({ calendar, letters, links, related, link }, letter, say) {
  const said = element("p", { class: "checker-done", role: "status" });
  const found = [
    element("a", { class: "md-button md-button--primary", href: links.orders, rel: "noreferrer" }, say.panel),
    letters ? button(say.letter, () => open(letter), { class: "md-button" }) : null,
    calendar ? button(say.calendar, () => save("ovhcloud.ics", "text/calendar", calendar), { class: "md-button" }) : null,
    element("a", { class: "md-button", href: links.contact, rel: "noreferrer" }, say.contact),
    button(say.print, () => print(), { class: "md-button" }),
    button(say.link, () => copied(link(), said, say.link_copied, say.link_shown), { class: "md-button" }),
  ];
  return element("section", { class: "checker-ways" },
    element("h3", {}, say.next),
    element("p", { class: "checker-actions" }, ...found),
    said,
    ...(related.length ? [element("h3", {}, say.more), list(related.map(({ text, address }) => element("a", { href: address }, text)))] : []));
}

function open(letter) {
  letter.open = true;
  letter.querySelector("input").focus({ preventScroll: true });
  letter.scrollIntoView({ block: "start" });
}

/** Copies a text; where the browser does not allow that, shows it to be copied by hand. */
async function copied(text, said, done, instead) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = done;
  } catch {
    const shown = element("input", { type: "text", readonly: "", "aria-label": instead });
    shown.value = text;
    said.replaceChildren(instead, shown);
    shown.select();
  }
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
  #say;

  /** `ask` gives the texts for a sender, a promise of [{lang, subject, body}]. */
  constructor(part, ask, say) {
    this.part = part;
    this.#say = say;
    part.querySelector("form").addEventListener("input", async () => this.#write(await ask(this.#sender())));
    this.ask = () => ask(this.#sender());
  }

  /** Fills in what is known of the sender already. */
  know(number) {
    const field = this.part.querySelector("[name=order_number]");
    if (number && !field.value) field.value = number;
  }

  /** Shows the statement where the order has one; whether it has. */
  async show() {
    const texts = await this.ask();
    this.part.hidden = !texts.length;
    this.#write(texts);
    return texts.length > 0;
  }

  #sender() {
    return Object.fromEntries(new FormData(this.part.querySelector("form")));
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
      section.querySelector("[data-do=mail]").href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    }
  }

  #one() {
    const section = this.part.querySelector("template").content.firstElementChild.cloneNode(true);
    const [text, said] = [section.querySelector("textarea"), section.querySelector(".checker-done")];
    const does = {
      copy: () => copied(text.value, said, this.#say.copied, this.#say.copied).then(() => text.select()),
      save: () => save(`${section.lang}.txt`, "text/plain", text.value),
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
  print();
  document.documentElement.toggleAttribute("data-sheet", false);
  sheet.remove();
}
