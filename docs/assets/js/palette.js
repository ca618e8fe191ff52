// Runs where it stands, before anything is shown: the page's colours as the system has them, or as the reader chose.
{
  const CHOSEN = "palette-chosen";
  const SCHEMES = { default: "light", slate: "dark" }; // Material's names, and CSS's
  const button = document.querySelector(".palette");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem(CHOSEN); } catch { /* storage may be off */ }

  const scheme = () => chosen ?? (dark.matches ? "slate" : "default");
  const show = () => {
    document.body.dataset.mdColorScheme = scheme();
    document.querySelector("meta[name=color-scheme]").content = chosen ? SCHEMES[chosen] : "light dark";
    button.title = button.ariaLabel = button.dataset[scheme()];
  };

  // What Material's script will say of the page; said now, nothing has to be styled again for it.
  document.documentElement.classList.replace("no-js", "js");
  document.documentElement.classList.add("js-focus-visible");
  button.hidden = false;
  show();
  dark.addEventListener("change", show);
  button.addEventListener("click", () => {
    chosen = scheme() === "slate" ? "default" : "slate";
    try { localStorage.setItem(CHOSEN, chosen); } catch { /* then it lasts for this page */ }
    show();
  });
}
