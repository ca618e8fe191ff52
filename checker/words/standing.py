"""Where an order stands, in sentences: what its status means, how long it usually lasts, what to do now, and its life so far."""

from __future__ import annotations

from checker.rules.codes import OrderStatus
from checker.rules.status import STATUS
from checker.rules.verdict import Status
from checker.words.catalogue import N_

LABELS = {
    **{status: code for code, status in STATUS.items()},
    Status.NOT_PAID: OrderStatus.NOT_PAID,
    Status.PAYMENT_PENDING: OrderStatus.NOT_PAID,
}
"""What OVHcloud's control panel calls each status."""

TITLES = {
    "means": N_("Che cosa significa"),
    "lasts": N_("Quanto dura di solito"),
    "do": N_("Che cosa fare adesso"),
}

ORDERED = N_("Ordine fatto")
STAGES = {
    Status.NOT_PAID: N_("Pagamento"),
    Status.LAPSED: N_("Ordine scaduto"),
    Status.CHECKING: N_("Conferma"),
    Status.DELIVERING: N_("Consegna in corso"),
    Status.DELIVERED: N_("Completata"),
    Status.CANCELLING: N_("Annullamento in corso"),
    Status.CANCELLED: N_("Annullata"),
}
"""The stages of an order's life."""

STATES = {True: N_("fatto"), None: N_("sei qui"), False: N_("più avanti")}
"""Where a stage lies."""

STANDING = {
    "means_not_paid": N_("OVHcloud non ha ricevuto il pagamento."),
    "means_payment_pending": N_(
        "Il pagamento non risulta ancora. Un bonifico o un assegno può richiedere qualche giorno, e intanto l'ordine compare come non pagato."
    ),
    "means_lapsed": N_("L'ordine non è stato pagato entro la scadenza e si è annullato da solo."),
    "means_lapsed_paid": N_(
        "OVHcloud indica l'ordine come scaduto senza pagamento, ma tu dici di averlo pagato. Un bonifico o un assegno può arrivare dopo la scadenza."
    ),
    "means_checking": N_("OVHcloud sta verificando l'ordine: è un controllo manuale."),
    "means_documents_requested": N_("OVHcloud ti ha chiesto dei documenti: finché non li riceve, l'ordine resta fermo."),
    "means_delivering": N_("OVHcloud sta preparando l'ordine."),
    "means_delivered": N_("OVHcloud ha consegnato l'ordine."),
    "means_cancelling": N_("OVHcloud sta annullando l'ordine."),
    "means_cancelled": N_("L'ordine è annullato."),
    "lasts_not_paid": N_("Fino alla scadenza indicata sul buono d'ordine; poi l'ordine si annulla da solo."),
    "lasts_not_paid_until": N_("Fino alla scadenza dell'ordine, {lapses_on}; poi si annulla da solo."),
    "lasts_checking": N_("Da 24 a 48 ore lavorative."),
    "lasts_checking_until": N_("Da 24 a 48 ore lavorative: contando dall'ordine, fino a {until}."),
    "lasts_delivering_some_days": N_("Da pochi minuti ad alcuni giorni, secondo il prodotto."),
    "lasts_delivering_hosting": N_("Circa un'ora dal pagamento."),
    "lasts_delivering_server": N_("Il tempo indicato durante l'ordine è una stima: può volerci di più."),
    "lasts_delivering_domain": N_("Da 24 a 48 ore dal pagamento."),
    "lasts_delivering_transfer": N_("Dipende dall'estensione del dominio: può richiedere alcuni giorni."),
    "lasts_delivering_telephony": N_(
        "Nell'Unione europea la telefonia viene consegnata dopo i 14 giorni in cui puoi recedere. Se hai chiesto di non aspettarli, appena possibile."
    ),
    "do_not_paid": N_("Se vuoi ancora l'ordine, paga prima della scadenza. Se non lo vuoi più, non devi fare nulla."),
    "do_payment_pending": N_(
        "Se dopo qualche giorno il pagamento non risulta, controllane i dati, conserva la ricevuta e scrivi all'assistenza."
    ),
    "do_lapsed": N_("Se il servizio ti serve ancora, fai un nuovo ordine."),
    "do_lapsed_paid": N_(
        "Non pagare di nuovo. Scrivi all'assistenza con la ricevuta del pagamento e chiedi di riattivare l'ordine o di rimborsarti."
    ),
    "do_checking": N_(
        "Guarda la posta, anche quella indesiderata: se a OVHcloud serve qualcosa ti scrive, e senza risposta non consegna."
    ),
    "do_checking_late": N_(
        "È passato più tempo del solito: cerca un'e-mail di OVHcloud, anche nella posta indesiderata; se non c'è, scrivi all'assistenza."
    ),
    "do_documents_requested": N_(
        "Rispondi all'e-mail di OVHcloud con i documenti. Se non la trovi, guarda nella posta indesiderata."
    ),
    "do_delivering": N_("Prima di scrivere all'assistenza, aspetta almeno 24 ore dalla conferma del pagamento."),
    "do_delivering_late": N_("È passato più tempo del solito: se il pagamento è confermato, scrivi all'assistenza."),
    "do_delivering_domain": N_(
        "Guarda le operazioni in corso del dominio nello Spazio Cliente, e cerca un'e-mail in cui OVHcloud ti chiede di fare qualcosa."
    ),
    "do_delivered": N_("Se servono credenziali di accesso, cerca l'e-mail di OVHcloud che le contiene."),
    "do_cancelling": N_(
        "Controlla tra qualche giorno che l'ordine risulti annullato. Se l'avevi pagato, chiedi all'assistenza quando arriva il rimborso."
    ),
    "do_cancelled": N_(
        "Se avevi pagato l'ordine, chiedi all'assistenza quando arriva il rimborso. Se l'ha annullato OVHcloud perché le garanzie non bastavano, puoi ordinare di nuovo con un altro metodo di pagamento."
    ),
    "do_unknown": N_(
        "Guarda lo stato nello Spazio Cliente OVHcloud, alla voce «I miei ordini»: ti diciamo che cosa significa."
    ),
    "do_error": N_("Scrivi all'assistenza: OVHcloud non spiega che cosa significa «Errore»."),
}
"""What is said of each step of `Verdict.standing`."""
