"""What is said of each outcome, status, warning and error. Italian is the source; `{names}` are filled by `explain.py`."""

from __future__ import annotations

from checker.words.catalogue import N_, NN_

ANSWERS = {
    "eligible": N_("Sì, puoi recedere: fino a {last_day} compreso."),
    "eligible_uncovered": N_("Sì, puoi recedere, almeno fino a {safe_day} compreso."),
    "eligible_by_trader": N_("Sì, puoi recedere: OVHcloud stessa indica come ultimo giorno {trader}."),
    "eligible_not_started": N_("Sì, puoi recedere già ora: i 14 giorni partono solo dalla consegna."),
    "expired": N_("No, non puoi più recedere: l'ultimo giorno era {last_day}."),
    "expired_uncovered": N_("No, non puoi più recedere: il termine è finito."),
    "withdrawn_in_time": N_("Hai inviato il recesso in tempo: è valido."),
    "withdrawn_late": N_("Hai inviato il recesso troppo tardi: l'ultimo giorno era {last_day}."),
    "withdrawn_late_uncovered": N_("Hai inviato il recesso troppo tardi."),
    "not_needed_unpaid": N_("Non devi recedere: l'ordine non è pagato e si annulla da solo alla scadenza."),
    "not_needed_lapsed": N_("Non devi recedere: l'ordine non è stato pagato in tempo e si è annullato da solo."),
    "not_needed_cancelled": N_("Non devi recedere: l'ordine è già annullato."),
    "not_a_consumer": N_("No, non puoi recedere: il diritto di recesso spetta solo a chi ordina come privato."),
    "no_right_in_country": N_(
        "No, non puoi recedere: la legge del tuo paese ({country}) non prevede un diritto di recesso generale per gli ordini online."
    ),
    "country_not_examined": N_(
        "Qui non possiamo promettere un diritto di recesso: la legge del tuo paese ({country}) non è stata esaminata."
    ),
    "excluded_renewal": N_(
        "Secondo OVHcloud no: si può recedere solo da un nuovo ordine, non da un rinnovo. In linea di principio la legge dice lo stesso."
    ),
    "excluded_domain": N_(
        "Secondo OVHcloud no: considera il dominio un servizio personalizzato. Per legge però è controverso."
    ),
    "excluded_certificate": N_("Secondo OVHcloud no: esclude i certificati SSL dal recesso. Per legge però è controverso."),
    "excluded_licence": N_("Secondo OVHcloud no: esclude le licenze dal recesso. Per legge però è controverso."),
    "excluded_and_performed": N_(
        "No, non puoi recedere: lo esclude OVHcloud e, poiché il servizio è stato eseguito per intero con il tuo consenso, anche la legge."
    ),
    "excluded_custom_goods": N_("No, non puoi recedere: la legge esclude i beni fatti su misura."),
    "excluded_digital_content": N_(
        "No, non puoi recedere: il contenuto digitale è già stato fornito con il tuo consenso, e per legge il diritto si è perso."
    ),
    "excluded_fully_performed": N_(
        "No, non puoi recedere: il servizio è già stato eseguito per intero con il tuo consenso, e per legge il diritto si è perso."
    ),
    "invalid": N_("Alcuni dati vanno corretti prima di poter rispondere."),
    "mixed": N_("I prodotti di questo ordine hanno risposte diverse: eccole una per una."),
    "depends_on_information": N_(
        "Dipende da una cosa: il termine normale è finito {last_day}, ma se OVHcloud non ti ha mai informato del diritto di recesso puoi recedere fino a {extended_last_day} compreso."
    ),
    "depends_on_region": N_(
        "Dipende dalla regione in cui vivi: il termine è finito {last_day}, ma in alcune regioni finisce più tardi."
    ),
    "depends_on_calendar": N_(
        "Non possiamo dirlo con certezza: i giorni festivi di quel periodo non sono noti. Contando i giorni, il termine finiva {safe_day}."
    ),
}

DEPENDS = NN_(
    "Per rispondere manca ancora un dato: {fields}.",
    "Per rispondere mancano ancora questi dati: {fields}.",
)

STATUS = {
    "not_paid": N_(
        "OVHcloud non ha ricevuto il pagamento. L'ordine resta in attesa fino alla scadenza indicata sul buono d'ordine; poi si annulla da solo."
    ),
    "payment_pending": N_(
        "Il pagamento è in viaggio. Un bonifico o un assegno richiede tempo: nel frattempo OVHcloud può ancora indicare l'ordine come non pagato."
    ),
    "lapsed": N_("L'ordine non è stato pagato entro la scadenza. Se il servizio ti serve ancora, fai un nuovo ordine."),
    "checking": N_(
        "OVHcloud sta verificando l'ordine a mano. Di solito servono da 24 a 48 ore lavorative; se manca qualcosa ricevi un'e-mail."
    ),
    "documents_requested": N_("OVHcloud ti ha chiesto dei documenti per e-mail. Finché non li riceve, l'ordine resta fermo."),
    "delivering": N_(
        "OVHcloud sta preparando il servizio. Possono bastare pochi minuti o servire alcuni giorni, secondo il prodotto. Se non arriva nulla, aspetta 24 ore prima di contattare l'assistenza."
    ),
    "delivered": N_("Il servizio è attivo. Se servono, le credenziali di accesso ti sono arrivate per e-mail."),
    "cancelling": N_("OVHcloud sta annullando l'ordine."),
    "cancelled": N_("L'ordine è annullato."),
    "unknown": N_("Lo stato dell'ordine non è noto. Lo trovi nello Spazio Cliente OVHcloud, alla voce «I miei ordini»."),
}

FACTS = {
    "last_day": N_("Ultimo giorno per legge"),
    "safe_day": N_("Per non rischiare"),
    "law": N_("Se l'esclusione non vale"),
    "cost": N_("Quanto costa"),
    "refund": N_("Rimborso"),
    "lapses_on": N_("L'ordine scade"),
}

SAFE_DAY = {
    "moved": N_(
        "Invia il recesso entro {safe_day}. È il giorno 14: spostarlo in avanti è la regola europea, ma inviandolo prima nessuno può contestarlo."
    ),
    "extended": N_("Invia il recesso entro {safe_day}: è il conteggio più prudente dei 12 mesi."),
    "uncovered": N_(
        "Invia il recesso entro {safe_day}. Più in là non possiamo contare: i giorni festivi di quel periodo non sono noti."
    ),
    "same": N_("Invialo entro {safe_day}: qui tutti i conteggi danno lo stesso giorno."),
}

COSTS = {
    "pro_rata": N_("Paghi solo i giorni in cui il servizio è stato attivo; il resto ti viene rimborsato."),
    "none": N_("Nulla: ti spetta il rimborso di quanto hai pagato."),
    "unknown": N_("Se hai chiesto tu di far partire subito il servizio, paghi i giorni usati; altrimenti nulla."),
    "goods": N_("Ti spetta il rimborso del prezzo; rispedire l'apparecchio è di norma a tue spese."),
}

REFUND = {
    "due": N_("Per legge entro {refund_due}."),
    "general": N_(
        "Per legge entro 14 giorni da quando OVHcloud riceve il recesso. La sua guida parla di 30 giorni: vale la legge."
    ),
}

LAPSE = {
    "known": N_("{lapses_on}. Non devi fare nulla; se invece vuoi il servizio, paga prima."),
    "unknown": N_("Alla data indicata sul buono d'ordine. OVHcloud non indica una durata valida per tutti gli ordini."),
}

LAW_DAY = N_("Puoi recedere fino a {law_last_day} compreso. Chiedilo per iscritto: OVHcloud può rifiutare.")
LAW_DAY_OVER = N_("L'ultimo giorno era {law_last_day}.")

WARNINGS = {
    "account_type": N_(
        "Nello Spazio Cliente il pulsante per recedere appare solo se l'account è di tipo «Privato». Se il tuo è di un altro tipo il diritto resta: invia il recesso per iscritto."
    ),
    "beyond_coverage": N_(
        "I giorni festivi sono noti solo dal 2018 al 2040: fuori da questo periodo indichiamo solo il giorno sicuro."
    ),
    "country_not_examined": N_(
        "La legge di questo paese non è stata esaminata: chiedi a un'associazione di consumatori locale."
    ),
    "earlier_in_trader_zone": N_(
        "Quando hai ordinato, in Francia era ancora il giorno prima. Se vuoi essere prudente, conta da quel giorno: il termine finisce un giorno prima."
    ),
    "late_information_national_rule": N_(
        "La legge nazionale può darti 14 giorni dal giorno in cui hai ricevuto l'informazione, anche se è arrivata molto tardi."
    ),
    "local_holiday_possible": N_(
        "Una festa della tua regione o del tuo comune può spostare l'ultimo giorno in avanti. Non contarci: il giorno sicuro resta lo stesso."
    ),
    "national_text_earlier": N_(
        "Il testo irlandese, letto alla lettera, conta anche il giorno dell'ordine e finisce un giorno prima. Prevale il diritto europeo; per stare al sicuro, invia il recesso un giorno prima."
    ),
    "payment_contradicts_status": N_(
        "Il pagamento che hai indicato non corrisponde allo stato dell'ordine. Controlla quale dei due è giusto: la risposta può cambiare."
    ),
    "payment_may_be_under_way": N_(
        "Hai già inviato un bonifico o un assegno? Allora indicalo nel pagamento: la risposta cambia."
    ),
    "region_clock_possible": N_(
        "In alcune regioni, per esempio sulle isole, l'ora è diversa e il termine finisce un giorno prima. Indica la tua regione per saperlo."
    ),
    "region_holiday_possible": N_(
        "In alcune regioni quel giorno è festivo e il termine finisce più tardi. Indica la tua regione per saperlo."
    ),
    "reply_fields_ignored": N_("La risposta di OVHcloud contiene campi che questo controllo non conosce: sono stati ignorati."),
    "roll_uncertain": N_(
        "Nel tuo paese non è certo che l'ultimo giorno si sposti quando cade di sabato, domenica o in un festivo: tieni conto del giorno sicuro."
    ),
    "trader_date_differs": N_("OVHcloud indica un altro ultimo giorno: nei passaggi qui sotto trovi quale dei due vale."),
    "whole_order_only": N_(
        "Dallo Spazio Cliente si recede solo dall'intero ordine. Per recedere da una parte, scrivi all'assistenza OVHcloud."
    ),
}

ERRORS = {
    "missing": N_("Manca questo dato: inseriscilo."),
    "wrong_type": N_("Questo valore non è del tipo giusto: {value}."),
    "unknown_field": N_("Questo campo non esiste: toglilo o correggi il nome."),
    "unknown_code": N_("«{value}» non è una delle risposte possibili: scegline una dall'elenco."),
    "not_a_date": N_(
        "«{value}» non è una data che si legge in un modo solo: scrivi anno, mese e giorno, per esempio 2026-09-07."
    ),
    "no_such_day": N_("«{value}» non esiste nel calendario: controlla giorno e mese."),
    "no_offset": N_("«{value}» è senza fuso orario: aggiungilo, per esempio 2026-09-07T10:00:00+02:00."),
    "out_of_range": N_("«{value}» è troppo lontano: controlla l'anno."),
    "in_future": N_("«{value}» è nel futuro: la data deve essere oggi o prima."),
    "before_order": N_("«{value}» è prima della data dell'ordine: controlla le due date."),
    "before_withdrawal": N_("«{value}» è prima dell'invio del recesso: controlla le due date."),
    "region_of_other_country": N_("«{value}» non è una regione del paese indicato: cambia la regione o il paese."),
    "empty": N_("L'elenco dei prodotti è vuoto: aggiungine almeno uno."),
    "too_many": N_("I prodotti sono troppi: al massimo 100."),
    "beside_lines": N_("Indica o un prodotto solo o un elenco di prodotti, non tutti e due."),
}

NATURES = {
    "law": N_("Legge"),
    "trader_terms": N_("Condizioni di OVHcloud"),
    "faq": N_("FAQ di OVHcloud"),
}
