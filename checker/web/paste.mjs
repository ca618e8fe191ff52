// What a customer hands over instead of typing: read by the worker, shown to be confirmed, never kept in the page.

import { element, list, rows } from "./elements.mjs";

/** `understand` gives what a text tells (a promise); `use` takes what the customer confirmed, or null; `fail` a failure. */
export function pasting(part, understand, use, fail, say) {
  const area = part.querySelector("textarea");
  const file = part.querySelector("input[type=file]");
  const place = part.querySelector(".checker-understood");
  const go = part.querySelector(".checker-understood-go");
  const [yes, no] = go.querySelectorAll("button");
  let found = null;

  async function read(text) {
    area.value = "";
    go.hidden = true;
    place.replaceChildren(...(text.trim() ? [element("p", {}, say.reading)] : []));
    if (!text.trim()) return;
    try {
      found = text.length > say.longest ? { kind: "too_long" } : await understand(text);
      tell(found);
    } catch (error) {
      place.replaceChildren();
      fail(error);
    }
  }

  function tell({ kind, shown = [], unclear = [] }) {
    const nothing = kind === "too_long" ? say.too_long : say.nothing_understood;
    place.replaceChildren(
      element("p", {}, shown.length ? say.understood : nothing),
      ...(shown.length ? [rows(shown.map(({ label, text }) => [label, text]))] : []),
      ...(unclear.length ? [element("p", {}, say.unclear), list(unclear)] : []));
    go.hidden = !shown.length;
    if (shown.length) yes.focus();
  }

  function close(confirmed) {
    part.open = false;
    place.replaceChildren();
    go.hidden = true;
    use(confirmed);
  }

  // Of a file only so much is read as could be short enough: a character takes four bytes at most.
  const first = file => file.slice(0, say.longest * 4 + 1).text();
  const handed = data => (data.files.length ? first(data.files[0]) : Promise.resolve(data.getData("text/plain"))).then(read);
  area.addEventListener("paste", event => {
    if (!event.clipboardData?.types.length) return; // nothing is pasted
    event.preventDefault(); // the text goes to the reader, not into the page
    handed(event.clipboardData);
  });
  part.addEventListener("dragover", event => event.preventDefault());
  part.addEventListener("drop", event => {
    event.preventDefault();
    handed(event.dataTransfer);
  });
  area.addEventListener("change", () => read(area.value));
  // Some keyboards put a text in without a paste; what is typed by hand is read when the field is left.
  area.addEventListener("input", ({ inputType }) => /^insert(?!Text|Composition|Line|Paragraph)/.test(inputType) && read(area.value));
  file.addEventListener("change", () => {
    if (file.files.length) first(file.files[0]).then(read);
    file.value = "";
  });
  yes.addEventListener("click", () => close(found));
  no.addEventListener("click", () => close(null));
}
