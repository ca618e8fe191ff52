// What a customer hands over instead of typing: read by the worker, shown to be confirmed, never kept in the page.

import { element, list } from "./elements.mjs";

const TOO_LONG = 200_000;

/** `understand` gives what a text tells (a promise); `use` takes the fields that the customer has confirmed. */
export function pasting(part, understand, use, say) {
  const area = part.querySelector("textarea");
  const file = part.querySelector("input[type=file]");
  const place = part.querySelector(".checker-understood");
  const go = part.querySelector(".checker-understood-go");
  const [yes, no] = go.querySelectorAll("button");
  let found = null;
  part.hidden = false;

  async function read(text) {
    area.value = "";
    go.hidden = true;
    place.replaceChildren();
    if (!text.trim()) return;
    found = text.length > TOO_LONG ? { kind: "too_long" } : await understand(text);
    const { kind, shown = [], unclear = [] } = found;
    const nothing = kind === "too_long" ? say.too_long : say.nothing_understood;
    place.replaceChildren(...(shown.length ? [element("p", {}, say.understood), told(shown)] : [element("p", {}, nothing)]),
      ...(unclear.length ? [element("p", {}, say.unclear), list(unclear)] : []));
    go.hidden = !shown.length;
    if (shown.length) yes.focus();
  }

  const told = shown => element("dl", { class: "checker-facts" }, ...shown.map(({ label, text }) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, text))));

  const taken = data => (data.files.length ? data.files[0].slice(0, TOO_LONG * 4 + 1).text() : Promise.resolve(data.getData("text/plain")));
  area.addEventListener("paste", event => {
    event.preventDefault(); // the text goes to the reader, not into the page
    taken(event.clipboardData).then(read);
  });
  part.addEventListener("dragover", event => event.preventDefault());
  part.addEventListener("drop", event => {
    event.preventDefault();
    taken(event.dataTransfer).then(read);
  });
  area.addEventListener("change", () => read(area.value));
  file.addEventListener("change", () => {
    if (file.files.length) taken({ files: file.files }).then(read);
    file.value = "";
  });
  yes.addEventListener("click", () => {
    part.open = false;
    place.replaceChildren();
    go.hidden = true;
    use(found);
  });
  no.addEventListener("click", () => {
    part.open = false;
    place.replaceChildren();
    go.hidden = true;
    use(null);
  });
}
