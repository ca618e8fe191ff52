"""The checker's form: plain HTML made at build time from the rule module's own lists.

No list and no sentence stands in JavaScript: the page script finds what it needs to say in the form itself.
A field is named as in the contract; a choice's value is its code, or `true`, `false`, `null` for JSON's own.
"""

from __future__ import annotations

import json
import unicodedata
from enum import StrEnum
from html import escape

from checker.publish import runtime
from checker.publish.controls import Choice, Question, day, group, options, radios, select
from checker.rules import places
from checker.rules.case import GOODS
from checker.rules.codes import CustomerType, OrderKind, OrderStatus, PaymentStatus, Product
from checker.rules.order import TRUTHS
from checker.words import label, text
from checker.words.catalogue import N_

MARKER = "<!-- checker:form -->"

QUESTIONS = {
    "payment_status": N_("Hai già pagato l'ordine?"),
    "customer_type": N_("Hai ordinato come privato o per lavoro?"),
    "order_kind": N_("È un nuovo ordine o un rinnovo?"),
    "withdrawn_at": N_("Se hai già inviato il recesso: in che data?"),
    "info_given": N_("OVHcloud ti ha informato del diritto di recesso?"),
    "performance_begun": N_("Il servizio è già iniziato?"),
    "express_request": N_("Hai chiesto che il servizio iniziasse subito, senza aspettare 14 giorni?"),
    "loss_acknowledged": N_("Hai accettato di perdere il diritto di recesso, a servizio eseguito o a download iniziato?"),
    "confirmation_given": N_("OVHcloud ti ha confermato per e-mail queste due scelte?"),
    "fully_performed": N_("Il servizio è già stato eseguito per intero?"),
    "free_of_charge": N_("Il servizio è gratuito?"),
}
"""Questions for fields whose name alone would not be understood."""

HINTS = {
    "order_status": N_("Lo trovi nello Spazio Cliente OVHcloud, alla voce «I miei ordini»."),
    "ordered_at": N_("È nell'e-mail di conferma e nello Spazio Cliente, alla voce «I miei ordini»."),
    "order_expires": N_("È scritta sul buono d'ordine. Se non la trovi, lascia vuoto."),
    "customer_type": N_("Conta lo scopo dell'ordine, non il tipo di account."),
    "delivered_on": N_("Se il pacco non è ancora arrivato, lascia vuoto."),
    "region": N_("Trovi solo le regioni con giorni festivi o fuso orario propri. Se la tua non c'è, lascia così."),
    "info_given": N_(
        "Di solito lo trovi scritto nelle condizioni o nell'e-mail di conferma. Per gli ordini dal 19 giugno 2026 di "
        "norma deve esserci scritto anche dove si trova il pulsante per recedere."
    ),
    "performance_begun": N_("Per esempio: il server è acceso, lo spazio web è attivo."),
    "express_request": N_("Di solito è una casella da spuntare durante l'ordine."),
    "confirmation_given": N_("Conta solo per i contenuti digitali da scaricare."),
    "fully_performed": N_("Un hosting o un server ancora attivo non è eseguito per intero."),
    "trader_last_day": N_("Se lo Spazio Cliente mostra fino a quando puoi recedere, indicalo qui."),
}
"""Help where a customer in a hurry may stop and wonder."""

SPOKEN = {
    "downloading": N_("Stiamo scaricando il programma che fa il calcolo."),
    "starting": N_("Il programma che fa il calcolo si sta avviando."),
    "waiting": N_("La risposta comparirà qui da sola: non serve premere di nuovo il pulsante."),
    "incomplete": N_("La data è incompleta: servono giorno, mese e anno."),
    "missing": N_("Per rispondere ci serve ancora:"),
    "would_change": N_("La risposta può cambiare se indichi anche:"),
    "steps": N_("Come ci arriviamo, passo per passo"),
    "unconfirmed": N_("non abbiamo potuto leggere il testo ufficiale"),
    "outdated": N_("Hai cambiato i dati: premi di nuovo il pulsante per aggiornare la risposta."),
    "failed_download": N_("Non riusciamo a scaricare il programma che fa il calcolo. Controlla la connessione e riprova."),
    "failed_wasm": N_("Il tuo browser non può eseguire il programma che fa il calcolo: WebAssembly è disattivato o manca."),
    "failed_start": N_("Il programma che fa il calcolo non è partito."),
    "failed_answer": N_("Il programma che fa il calcolo si è fermato prima di rispondere."),
}
"""What the page script says, by the names that it uses."""

WHEN: dict[str, dict[str, list[str]]] = {
    "order_expires": {
        "payment_status": [PaymentStatus.UNPAID],
        "order_status": [OrderStatus.NOT_PAID, OrderStatus.EXPIRED],
    },
    "delivered_on": {"product": sorted(GOODS)},
}
"""Questions that only some answers call for."""


def expand(markdown: str, language: str, root: str) -> str:
    """The page's Markdown with the marker replaced by the form.

    `root` is the relative address of the site's root as seen from the page ("../", "../../").
    A page without the marker comes back as it is.
    """
    return markdown.replace(MARKER, _Form(language, root).html()) if MARKER in markdown else markdown


class _Form:
    """The form in one language, on a page that sees the site's root at `root`."""

    def __init__(self, language: str, root: str) -> None:
        self.language = language
        self.root = root
        self.files = runtime.files()

    def html(self) -> str:
        say = self.say
        address = self.files.addresses
        rules_in_prose = f'<a href="../withdrawal/">{say(N_("Leggi le regole in parole semplici"))}</a>'
        return f"""<div class="checker" id="checker" data-search-exclude>
<link rel="stylesheet" href="{self.root}{address["style"]}">
<noscript><p class="checker-notice">
{say(N_("Per la verifica serve JavaScript, che nel tuo browser è disattivato."))} {rules_in_prose}</p></noscript>
<div class="checker-failure" role="group" tabindex="-1" aria-labelledby="checker-failure-text" hidden>
<p id="checker-failure-text" role="status"></p>
<p><button type="button" class="md-button">{say(N_("Riprova"))}</button> {rules_in_prose}</p></div>
<form class="checker-form" method="dialog" novalidate>
<div class="checker-summary" role="group" aria-labelledby="checker-summary-title" tabindex="-1" hidden>
<h2 id="checker-summary-title">{say(N_("C'è qualcosa da correggere"))}</h2><ul></ul></div>
{self.essentials()}
<details class="checker-more"><summary>{say(N_("Altri dettagli, se li conosci"))}</summary>
<p>{say(N_("Nessuno è obbligatorio: rendono la risposta più precisa."))}</p>
{self.details()}
</details>
<p class="checker-go"><button type="submit" class="md-button md-button--primary" disabled>
{say(N_("Controlla il mio ordine"))}</button></p>
<p class="checker-plain">{say(N_("Preferisci leggere?"))} {rules_in_prose}</p>
</form>
<div class="checker-progress" hidden><p role="status" id="checker-progress-text"></p>
<progress aria-labelledby="checker-progress-text"></progress></div>
<section class="checker-answer" hidden></section>
<script type="application/json" class="checker-handed">{self.handed()}</script>
<script type="module" src="{self.root}{address["page"]}"></script>
</div>"""

    def say(self, message: str) -> str:
        """A sentence as HTML."""
        return escape(text(message, self.language))

    def handed(self) -> str:
        """What the page script is told, as JSON that may stand in <script>, where "</" would end it."""
        told = {
            "lang": self.language,
            "root": self.root,
            "files": self.files.addresses,
            "bytes": self.files.bytes_to_fetch,
            "lock": self.files.lock,
            "say": {name: text(message, self.language) for name, message in SPOKEN.items()},
        }
        return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")

    def essentials(self) -> str:
        """What decides most orders, in the order in which a customer knows it."""
        return "\n".join(
            [
                self.list_of("order_status", OrderStatus, self.unsure()),
                radios(self.question("payment_status"), [*self.labels("payment_status", PaymentStatus), self.unsure()]),
                day(self.question("ordered_at")),
                day(self.question("order_expires")),
                self.list_of("customer_type", CustomerType),
                select(self.question("country"), self.empty() + self.countries()),
                self.products(),
                day(self.question("delivered_on")),
                radios(self.question("order_kind"), self.labels("order_kind", OrderKind)),
            ]
        )

    def details(self) -> str:
        """What few orders turn on."""
        truths = [("true", text(N_("Sì"), self.language)), ("false", text(N_("No"), self.language)), self.unsure()]
        return "\n".join(
            [
                select(self.question("region"), self.empty() + self.regions()),
                radios(self.question("info_given"), truths),
                day(self.question("info_given_on")),
                *(radios(self.question(field), truths) for field in TRUTHS if field != "info_given"),
                day(self.question("withdrawn_at")),
                day(self.question("trader_informed_on")),
                day(self.question("trader_last_day")),
            ]
        )

    def question(self, field: str) -> Question:
        """What is asked for a field."""
        words = text(QUESTIONS[field], self.language) if field in QUESTIONS else label("field", field, self.language)
        hint = text(HINTS[field], self.language) if field in HINTS else None
        return Question(field, words, hint, WHEN.get(field))

    def labels(self, kind: str, codes: type[StrEnum]) -> list[Choice]:
        """The codes of a field with their names."""
        return [(code, label(kind, code, self.language)) for code in codes]

    def unsure(self) -> Choice:
        """The choice of who does not know: JSON's null."""
        return "null", text(N_("Non lo so"), self.language)

    def empty(self) -> str:
        """The first option of a list: nothing chosen yet."""
        return options([("", text(N_("Scegli…"), self.language))])

    def list_of(self, field: str, codes: type[StrEnum], *more: Choice) -> str:
        """A list of a field's codes."""
        return select(self.question(field), self.empty() + options([*self.labels(field, codes), *more]))

    def products(self) -> str:
        """The product, and what makes a list of several."""
        question = self.question("product")
        content = self.empty() + options(self.labels("product", Product))
        another = (
            f'<template class="checker-another"><div class="checker-line">'
            f'<select name="product" aria-label="{escape(question.words)}">{content}</select>'
            f'<button type="button">{self.say(N_("Togli"))}</button></div></template>'
            f'<button type="button" class="checker-add" hidden>{self.say(N_("Aggiungi un altro prodotto"))}</button>'
        )
        return select(question, content, another)

    def countries(self) -> str:
        """The countries whose law gives the right, with Switzerland, by name; all others in a group behind them."""
        named = sorted(((code, label("country", code, self.language)) for code in places.countries()), key=_by_name)
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
                groups.append(group(name, sorted(named, key=_by_name), f' data-country="{country}"'))
        return "".join(groups)


def _by_name(choice: Choice) -> str:
    """Sorts as a reader looks: accents aside, Å with A, É with E."""
    letters = unicodedata.normalize("NFKD", choice[1].casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
