// What this tab's history holds: the answers given, and whether the page showed an answer. Nothing else keeps them.

const CARRIED = /^#(answers|answered)\?(.{0,20000})$/; // the form's own answers are never longer
const here = () => location.pathname + location.search;

export class Visit {
  #restore;

  /** `restore` shows what a state holds: { answers, answered }. `now` gives the state of the page as it stands. */
  constructor(restore, now) {
    this.#restore = restore;
    addEventListener("hashchange", () => location.hash && (this.#carried() ? restore(history.state) : this.keep(now())));
    addEventListener("popstate", ({ state }) => location.hash || restore(state ?? {}));
  }

  /** What the address or the history brought along when the page was opened. */
  open() {
    this.#carried();
    this.#restore(history.state ?? {});
  }

  /** Writes the state of the page where it is. */
  keep(state) {
    history.replaceState({ ...history.state, ...state }, "", here());
  }

  /** A place of its own, from which the way back leads to where one was. */
  add(state) {
    history.pushState(state, "", here());
  }

  /** Whether an answer belongs to this place. */
  get answered() {
    return history.state?.answered ?? false;
  }

  /** From another language, a FAQ or a copied link, answers come in the part of the address that no server is sent: kept
   *  here and taken away there. Any other anchor, as that of the link to the content, carries none. */
  #carried() {
    const carried = CARRIED.exec(location.hash);
    if (carried) this.keep({ answers: carried[2], answered: carried[1] === "answered" });
    return carried !== null;
  }
}
