// Small things that Material leaves undone for people who use a keyboard. Every page works without this file.

// Where Material's script has not come, nothing would be found: the search is not offered, as without any script.
if (!window.document$) document.documentElement.classList.replace("js", "no-js");

// Material's one-letter shortcuts (p, n, s, f) fire even from a form's buttons and leave the page: WCAG 2.1.4.
document.addEventListener("keydown", event => {
  const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && !event.target.closest(".md-search")) event.stopPropagation();
});

// The menu, the search and the contents open through <label>s, which Tab never reaches: buttons in their place.
for (const label of document.querySelectorAll(".md-header__button[for=__drawer], .md-header__button[for=__search], .md-nav__link[for=__toc]")) {
  const toggle = document.getElementById(label.getAttribute("for"));
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("for", toggle.id); // Material's style sheet selects by it
  if (label.dataset.name) button.setAttribute("aria-label", label.dataset.name);
  button.append(...label.childNodes);
  label.replaceWith(button);
  const state = () => button.setAttribute("aria-expanded", String(toggle.checked));
  state();
  toggle.addEventListener("change", state);
  button.addEventListener("click", () => {
    toggle.click();
    if (!toggle.checked) return;
    if (toggle.id === "__search") document.querySelector(".md-search__input").focus();
    if (toggle.id === "__drawer") document.querySelector(".md-sidebar--primary .md-nav__list a[href]").focus();
  });
}

// The home page's own way to the search: that of the header.
const find = document.querySelector(".js .find");
if (find) {
  find.hidden = false;
  find.querySelector("button").addEventListener("click", () => document.querySelector(".md-header__button[for=__search]").click());
}

// Escape closes what is open and goes back to its button; tabbing out of the menu closes it too.
const drawer = document.getElementById("__drawer");
const search = document.getElementById("__search");
const back = toggle => document.querySelector(`.md-header__button[for=${toggle.id}]`).focus();
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  if (search.checked) setTimeout(back, 0, search); // Material closes it, then drops the focus
  else if (drawer.checked) { drawer.click(); back(drawer); }
});
document.querySelector(".md-sidebar--primary")?.addEventListener("focusout", event => {
  if (drawer.checked && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) drawer.click();
});
