"""The checker's form: plain HTML made at build time from the rule module's own lists.

No list and no sentence stands in JavaScript: the page script finds what it needs to say in the form itself.
A field is named as in the contract; a choice's value is its code, or `true`, `false`, `null` for JSON's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from checker.publish import links, runtime
from checker.publish.controls import Choice, Question, day, group, options, radios, select
from checker.publish.elements import in_script
from checker.publish.names import by_name
from checker.publish.spoken import DECLINED, HINTS, QUESTIONS, SPOKEN, UNSURE
from checker.reading.pasted import LONGEST
from checker.rules import places
from checker.rules.codes import CODES
from checker.rules.order import TRUTHS
from checker.rules.questions import FIRST
from checker.words import label, text
from checker.words.catalogue import N_

MARKER = "<!-- checker:form -->"

LATE = N_(
    "Il programma che fa il calcolo non si è ancora caricato: finché manca, il pulsante non funziona. "
    "Se tra un minuto manca ancora, ricarica la pagina."
)
"""Stands in the page until its script takes it away; checker.css shows it after a while."""

NO_SCRIPT = N_(
    "Per la verifica serve JavaScript, che nel tuo browser è disattivato. Attivalo nelle impostazioni e ricarica la pagina."
)

_FEW = frozenset({"payment_status", "order_kind"})
"""Questions whose codes all stand in sight."""


def expand(markdown: str, language: str, root: str, related: Mapping[str, tuple[str, str]]) -> str:
    """The page's Markdown with the marker replaced by the form.

    `root` is the relative address of the site's root as seen from the page ("../", "../../"). `related` gives the
    heading and the relative address of each section that an answer may lead to, by `page#anchor`.
    A page without the marker comes back as it is.
    """
    return markdown.replace(MARKER, _Form(language, root, related).html()) if MARKER in markdown else markdown


class _Form:
    """The form in one language, on a page that sees the site's root at `root`."""

    def __init__(self, language: str, root: str, related: Mapping[str, tuple[str, str]]) -> None:
        self.language = language
        self.root = root
        self.related = related
        self.files = runtime.files()

    def html(self) -> str:
        say = self.say
        address = self.files.addresses
        rules_in_prose = f'<a href="../withdrawal/">{say(N_("Leggi le regole in parole semplici"))}</a>'
        ready = f'<a href="../deadlines/">{say(N_("Cerca la tua scadenza nelle tabelle già pronte"))}</a> · {rules_in_prose}'
        return f"""<div class="checker" id="checker" data-search-exclude>
{"".join(map(self.module, self.files.imported))}
<noscript><p class="checker-notice">
{say(NO_SCRIPT)} {ready}</p></noscript>
<div role="status"><div class="checker-failure" role="group" tabindex="-1" aria-labelledby="checker-failure-text" hidden>
<p id="checker-failure-text"></p>
<p><button type="button" class="md-button">{say(N_("Riprova"))}</button></p><p>{ready}</p></div></div>
{self.paste()}
<form class="checker-form" method="dialog" novalidate>
<div class="checker-summary" role="group" aria-labelledby="checker-summary-title" tabindex="-1" hidden>
<h2 id="checker-summary-title">{say(N_("C'è qualcosa da correggere"))}</h2><ul></ul></div>
{"".join(self.control(field) for field in QUESTIONS)}
<p class="checker-again" role="status"></p>
<p class="checker-go"><button type="submit" class="md-button md-button--primary" disabled>
{say(N_("Controlla il mio ordine"))}</button></p>
<p class="checker-plain">{say(N_("Preferisci leggere?"))} {ready}</p>
<p class="checker-late" role="status">{say(LATE)} {ready}</p>
</form>
<div role="status"><div class="checker-progress" hidden><p id="checker-progress-text"></p>
<progress aria-labelledby="checker-progress-text"></progress></div></div>
<section class="checker-answer" aria-labelledby="checker-verdict" hidden></section>
{self.letter()}
<script type="application/json" class="checker-handed">{self.handed()}</script>
<script type="module" async src="{self.root}{address["page"]}"></script>
<script type="module" async src="{self.root}{address["mishap"]}"></script>
</div>"""

    def say(self, message: str) -> str:
        """A sentence as HTML."""
        return escape(text(message, self.language))

    def module(self, address: str) -> str:
        """A module that the page will run, and what it was when it was published."""
        integrity = runtime.integrity(self.files.contents[address])
        return f'<link rel="modulepreload" href="{self.root}{address}" integrity="{integrity}">'

    def handed(self) -> str:
        """What the page script is told, as JSON."""
        told = {
            "lang": self.language,
            "longest": LONGEST,
            "say": {name: text(message, self.language) for name, message in SPOKEN.items()},
            "links": {name: links.address("links", name, self.language) for name in ("orders", "contact")},
            "related": {place: {"text": heading, "address": address} for place, (heading, address) in self.related.items()},
        }
        return in_script(told)

    def control(self, field: str) -> str:
        """One question with its control."""
        declined = text(DECLINED.get(field, UNSURE), self.language)
        hint = text(HINTS[field], self.language) if field in HINTS else None
        question = Question(field, text(QUESTIONS[field], self.language), declined, hint, field in FIRST)
        if field in TRUTHS:
            return radios(question, [(code, label("truth", code, self.language)) for code in ("true", "false")])
        if field in _FEW:
            return radios(question, self.labels(field))
        if field == "country":
            return select(question, self.empty() + self.countries())
        if field == "region":
            return select(question, self.empty() + self.regions())
        if field in CODES:
            content = self.empty() + options(self.labels(field))
            return select(question, content, self.another(question, content) if field == "product" else "")
        return day(question, text(N_("Scegli dal calendario"), self.language))

    def labels(self, field: str) -> list[Choice]:
        """The codes of a field with their names."""
        return [(code, label(field, code, self.language)) for code in CODES[field]]

    def empty(self) -> str:
        """The first option of a list: nothing chosen yet."""
        return options([("", text(N_("Scegli…"), self.language))])

    def another(self, question: Question, content: str) -> str:
        """What makes a list of several products."""
        return (
            f'<template class="checker-another"><div class="checker-line">'
            f'<select name="product" aria-label="{escape(question.words)}">{content}</select>'
            f'<button type="button">{self.say(N_("Togli"))}</button></div></template>'
            f'<button type="button" class="checker-add" hidden>{self.say(N_("Aggiungi un altro prodotto"))}</button>'
        )

    def paste(self) -> str:
        """Where a customer hands over what is already written somewhere: it is read, and never kept in the page."""
        what = N_(
            "Va bene il testo dell'e-mail o della pagina dell'ordine, o la risposta dell'API di OVHcloud. Leggiamo numero, "
            "date e stato, qui nel tuo browser; il resto, password compresa, non viene tenuto."
        )
        return f"""<details class="checker-paste"><summary>{self.say(N_("Hai l'e-mail dell'ordine? Incollala qui"))}</summary>
<p id="checker-paste-hint" class="checker-hint">{self.say(what)}</p>
<textarea rows="3" aria-label="{self.say(N_("Testo da leggere"))}" aria-describedby="checker-paste-hint" autocomplete="off"
spellcheck="false"></textarea>
<p><label>{self.say(N_("Oppure scegli un file:"))} <input type="file" accept=".json,.txt,.eml,.html,.htm,text/*"></label></p>
<div class="checker-understood" role="status"></div>
<p class="checker-understood-go" hidden><button type="button" class="md-button md-button--primary">{
            self.say(N_("Usa questi dati"))
        }</button> <button type="button" class="md-button">{self.say(N_("No, rispondo io"))}</button></p>
</details>"""

    def letter(self) -> str:
        """The withdrawal statement: what to fill in, the texts, and what can be done with them."""

        def field(name: str, words: str, autocomplete: str) -> str:
            control = "textarea rows=2" if name == "address" else 'input type="text"'
            end = "</textarea>" if name == "address" else ""
            return (
                f'<div class="checker-field"><label for="checker-sender-{name}">{self.say(words)}</label>'
                f'<{control} id="checker-sender-{name}" name="{name}" autocomplete="{autocomplete}">{end}</div>'
            )

        what = N_("È il modulo di recesso tipo previsto dalla legge. Quello che scrivi resta in questa pagina.")
        send = N_(
            "Invialo a OVHcloud: all'assistenza, o per posta raccomandata all'indirizzo indicato sulla fattura. "
            "Conserva una prova dell'invio: vale la data in cui lo mandi."
        )
        return f"""<details class="checker-letter" id="checker-letter" hidden><summary>{self.say(SPOKEN["letter"])}</summary>
<p>{self.say(what)}</p>
<p>{self.say(send)}</p>
<form method="dialog">
<fieldset class="checker-field checker-which" hidden><legend>{self.say(N_("Da che cosa vuoi recedere?"))}</legend></fieldset>
{field("name", N_("Nome e cognome"), "name")}
{field("address", N_("Indirizzo"), "street-address")}
{field("order_number", N_("Numero dell'ordine"), "off")}
</form>
<div class="checker-texts"></div>
<template><section><h3></h3><textarea readonly rows="16"></textarea><p class="checker-actions">
<button type="button" class="md-button" data-do="copy">{self.say(N_("Copia"))}</button>
<button type="button" class="md-button" data-do="print">{self.say(N_("Stampa"))}</button>
<button type="button" class="md-button" data-do="save">{self.say(N_("Salva"))}</button>
<a class="md-button" data-do="mail">{self.say(N_("Apri nel programma di posta"))}</a></p>
<p class="checker-done" role="status"></p></section></template>
</details>"""

    def countries(self) -> str:
        """The countries whose law gives the right, with Switzerland, by name; all others in a group behind them."""
        named = sorted(
            ((code, label("country", code, self.language)) for code in places.countries()),
            key=lambda choice: by_name(choice[1]),
        )
        near = [(code, name) for code, name in named if code == "CH" or places.countries()[code].given]
        far = [choice for choice in named if choice not in near]
        return options(near) + group(text(N_("Altri paesi"), self.language), far)

    def regions(self) -> str:
        """The regions that can matter, by country: the page script shows those of the country chosen."""
        groups = []
        for country in places.countries():
            named = [(code, label("region", code, self.language)) for code in places.regions(country)]
            if named:
                name = label("country", country, self.language)
                groups.append(group(name, sorted(named, key=lambda choice: by_name(choice[1])), f' data-country="{country}"'))
        return "".join(groups)
