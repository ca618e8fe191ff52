// Runs where it stands, below the offers and above the page's text: an offer that came later would push the text down.
{
  // The same anchor exists in every language: keep it when the language changes.
  // Whoever changes it has chosen: no other language is offered any more.
  const CHOSEN = "language-chosen";
  const chosen = value => {
    try { return value ? localStorage.setItem(CHOSEN, value) : localStorage.getItem(CHOSEN); } catch { return null; } // storage may be off
  };
  for (const link of document.querySelectorAll(".md-select__link[hreflang], .offer a[hreflang]")) {
    link.addEventListener("click", () => { link.hash = location.hash; chosen(link.hreflang); });
  }

  // A reader who comes from elsewhere and prefers another of the site's languages is offered it, in that language.
  const offers = [...document.querySelectorAll(".offer[lang]")];
  const speaks = navigator.languages.map(code => code.slice(0, 2).toLowerCase());
  const best = speaks.find(code => code === document.documentElement.lang || offers.some(offer => offer.lang === code));
  const offer = offers.find(({ lang }) => lang === best);
  if (offer && !chosen() && !document.referrer.startsWith(`${location.origin}/`)) {
    offer.hidden = false;
    offer.querySelector("button").addEventListener("click", () => { chosen(document.documentElement.lang); offer.remove(); });
  }
}
