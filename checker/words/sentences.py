"""What is said of each outcome, status, warning and error. Italian is the source; `{names}` are filled by `explain.py`."""

from __future__ import annotations

from checker.words.catalogue import N_, NN_

ANSWERS = {
    "eligible": N_("Sì, puoi recedere: fino a {last_day} compreso."),
    "eligible_uncovered": N_("Sì, puoi recedere, almeno fino a {safe_day} compreso."),
    "eligible_by_trader": N_("Sì, puoi recedere: fino a {trader} compreso, come indica OVHcloud."),
    "eligible_while_cancelling": N_(
        "OVHcloud sta già annullando l'ordine. Se l'annullamento non arriva in fondo, puoi recedere fino a {last_day} compreso."
    ),
    "eligible_not_started": N_("Sì, puoi recedere già ora: i 14 giorni partiranno solo dalla consegna."),
    "expired": N_("No, non puoi più recedere: l'ultimo giorno era {last_day}."),
    "expired_uncovered": N_("No, non puoi più recedere: il termine è finito."),
    "withdrawn_in_time": N_("Sì, hai inviato il recesso in tempo: è valido."),
    "withdrawn_late": N_("No, hai inviato il recesso troppo tardi: l'ultimo giorno era {last_day}."),
    "withdrawn_late_uncovered": N_("No, hai inviato il recesso troppo tardi."),
    "not_needed_unpaid": N_("Non serve recedere: l'ordine non è stato pagato e si annulla da solo alla scadenza."),
    "not_needed_lapsed": N_("Non serve recedere: l'ordine non è stato pagato in tempo e si è annullato da solo."),
    "not_needed_cancelled": N_("Non serve recedere: l'ordine è già annullato."),
    "not_a_consumer": N_(
        "No, non puoi recedere: il diritto di recesso spetta solo alle persone che ordinano soprattutto per uso personale."
    ),
    "not_a_consumer_disputed": N_(
        "Secondo OVHcloud no: riserva il recesso ai privati. Nel tuo paese, però, la legge può darti lo stesso diritto."
    ),
    "no_right_in_country": N_(
        "No, non puoi recedere: la legge del tuo paese ({country}) non prevede un diritto generale di recesso per gli ordini online."
    ),
    "country_not_examined": N_("Non sappiamo se puoi recedere: non abbiamo esaminato la legge del tuo paese ({country})."),
    "excluded_renewal": N_(
        "Secondo OVHcloud no: si può recedere solo da un nuovo ordine, non da un rinnovo. In linea di principio la legge dice lo stesso."
    ),
    "excluded_domain": N_(
        "Secondo OVHcloud no: considera il dominio un servizio personalizzato. Per la legge, però, la questione è controversa."
    ),
    "excluded_certificate": N_(
        "Secondo OVHcloud no: esclude i certificati SSL dal recesso. Per la legge, però, la questione è controversa."
    ),
    "excluded_licence": N_(
        "Secondo OVHcloud no: esclude le licenze dal recesso. Per la legge, però, la questione è controversa."
    ),
    "excluded_and_performed": N_(
        "No, non puoi recedere: lo esclude OVHcloud e anche la legge, perché il servizio è stato eseguito per intero con il tuo consenso."
    ),
    "excluded_custom_goods": N_("No, non puoi recedere: la legge esclude i beni fatti su misura."),
    "excluded_digital_content": N_(
        "No, non puoi recedere: la fornitura del contenuto digitale è già iniziata e la legge, in questo caso, esclude il recesso."
    ),
    "excluded_fully_performed": N_(
        "No, non puoi recedere: il servizio è già stato eseguito per intero e la legge, in questo caso, esclude il recesso."
    ),
    "invalid": N_("Per rispondere dobbiamo prima chiederti di correggere qualche dato."),
    "mixed": N_("I prodotti di questo ordine hanno risposte diverse: eccole una per una."),
    "payment_contradicts": N_(
        "Non possiamo dirlo: hai indicato che l'ordine non è pagato, ma lo stato dice che OVHcloud ha ricevuto il pagamento. Controlla quale dei due è giusto."
    ),
    "depends_on_information": N_(
        "Di norma no: il termine è finito {last_day}. Se però OVHcloud non ti ha mai informato del diritto di recesso, il termine dura fino a {extended_last_day} compreso."
    ),
    "depends_on_delivery": N_(
        "Se l'apparecchio non ti è ancora arrivato, puoi recedere già ora: i 14 giorni partiranno solo dalla consegna. Se è arrivato, dicci quando."
    ),
    "depends_on_region": N_(
        "Dipende dalla regione in cui vivi: di norma il termine è finito {last_day}, ma in alcune regioni finisce più tardi."
    ),
    "depends_on_calendar": N_(
        "Non possiamo dirlo con certezza, perché non conosciamo i giorni festivi di quel periodo. Se non si è spostato, il termine è finito {safe_day}."
    ),
}

DEPENDS = NN_(
    "Per rispondere manca ancora un dato: {fields}.",
    "Per rispondere mancano ancora questi dati: {fields}.",
)

QUOTED = N_("«{name}»")

ASSUMED_NEW = N_("Vale se è un nuovo ordine. Da un rinnovo OVHcloud non ammette il recesso.")
IN_DOUBT = N_(
    "Nel dubbio conta 14 giorni dalla data dell'ordine. Se stanno per finire, recedi subito per iscritto: inviare la dichiarazione non costa nulla."
)

FACTS = {
    "trader_day": N_("Giorno indicato da OVHcloud"),
    "last_day": N_("Ultimo giorno per legge"),
    "days_left": N_("Quanto tempo resta"),
    "safe_day": N_("Per non rischiare"),
    "how": N_("Come recedere"),
    "law": N_("Se l'esclusione non vale"),
    "cost": N_("Quanto costa"),
    "refund": N_("Rimborso"),
    "terms": N_("Che cosa dicono le regole di OVHcloud"),
    "lapses_on": N_("L'ordine scade"),
}

LAST_DAY = {
    "counted": N_("{last_day}, contando da {start}."),
    "today": N_("È oggi, fino alle 24: {last_day}, contando da {start}."),
}

DAYS_LEFT = NN_("{days} giorno, oggi compreso.", "{days} giorni, oggi compreso.")

TERMS = {
    "moved": N_(
        "Parlano solo di 14 giorni, non di un ultimo giorno che si sposta: dopo {safe_day} il pulsante nello Spazio Cliente può mancare. Il recesso per iscritto vale lo stesso."
    ),
    "extended": N_(
        "Parlano solo di 14 giorni: il pulsante nello Spazio Cliente può già mancare. Il recesso per iscritto vale lo stesso."
    ),
    "private": N_(
        "Riservano il recesso ai nuovi ordini di un account «Privato». Per la legge conta lo scopo dell'ordine, non il tipo di account."
    ),
}

TRADER_DAY = N_("{trader}. Dopo, il pulsante nello Spazio Cliente può sparire: in quel caso recedi per iscritto.")

SAFE_DAY = {
    "past": N_("Il giorno più prudente era {safe_day}: recedi oggi stesso."),
    "moved": N_("Recedi entro {safe_day}, il giorno 14: il termine arriva più in là solo perché quel giorno non è lavorativo."),
    "earlier": N_("Recedi entro {earliest_day}: è il conteggio più prudente, e le note qui sotto dicono perché."),
    "extended": N_(
        "Recedi subito e per iscritto, al più tardi {safe_day}. I 12 mesi in più valgono solo se del diritto di recesso non c'è traccia, né nelle condizioni né nell'e-mail di conferma."
    ),
    "uncovered": N_(
        "Recedi entro {safe_day}. Più in là non possiamo contare: non conosciamo i giorni festivi di quel periodo."
    ),
}

HOW = {
    "whole": N_(
        "Nello Spazio Cliente OVHcloud: «I miei ordini», poi «...» accanto all'ordine, poi «Annulla l'ordine». Vale anche una dichiarazione chiara, inviata per iscritto."
    ),
    "part": N_(
        "Scrivi all'assistenza OVHcloud che recedi da questo prodotto: con «Annulla l'ordine» nello Spazio Cliente recedi dall'intero ordine."
    ),
}

COSTS = {
    "pro_rata": N_("Paghi solo i giorni in cui il servizio è stato attivo; il resto ti viene rimborsato."),
    "none": N_("Nulla: OVHcloud deve rimborsarti tutto quello che hai pagato."),
    "unknown": N_("Se hai chiesto che il servizio iniziasse subito, paghi i giorni già usati; altrimenti nulla."),
    "goods": N_("OVHcloud deve rimborsarti il prezzo; rispedire l'apparecchio è di norma a tue spese."),
}

REFUND = {
    "due": N_("Per legge entro {refund_due}. La guida di OVHcloud parla di 30 giorni, ma vale la legge."),
    "trader": N_("Secondo la sua guida, OVHcloud rimborsa entro 30 giorni."),
    "general": N_(
        "Per legge entro 14 giorni da quando OVHcloud sa del recesso. La sua guida parla di 30 giorni, ma vale la legge."
    ),
}

LAPSE = {
    "known": N_("{lapses_on}. Se non lo vuoi più, non devi fare nulla; se lo vuoi ancora, paga prima."),
    "unknown": N_("Alla data indicata sul buono d'ordine: non c'è un termine uguale per tutti gli ordini."),
}

LAW_DAY = {
    "open": N_("Puoi recedere fino a {law_last_day} compreso. Fallo per iscritto; è possibile che OVHcloud lo rifiuti."),
    "open_safe": N_(
        "Puoi recedere fino a {law_last_day} compreso, per prudenza entro {safe_day}. Fallo per iscritto; è possibile che OVHcloud lo rifiuti."
    ),
    "open_earlier": N_(
        "Puoi recedere fino a {law_last_day} compreso, per prudenza entro {earliest_day}. Fallo per iscritto; è possibile che OVHcloud lo rifiuti."
    ),
    "over": N_("L'ultimo giorno era comunque {law_last_day}: il termine è finito."),
    "over_or_extended": N_(
        "L'ultimo giorno era {law_last_day}. Se però OVHcloud non ti ha mai informato del diritto di recesso, il termine dura fino a {extended_last_day} compreso."
    ),
}

WARNINGS = {
    "account_type": N_(
        "Nello Spazio Cliente il pulsante per recedere compare solo se l'account è di tipo «Privato». Se il tuo è di un altro tipo, il diritto resta: recedi per iscritto."
    ),
    "beyond_coverage": N_(
        "Conosciamo i giorni festivi solo dal 2018 al 2040: fuori da questo periodo indichiamo solo il giorno più prudente."
    ),
    "country_not_examined": N_(
        "Per sapere che cosa prevede la legge del tuo paese, chiedi a un'associazione di consumatori locale."
    ),
    "earlier_in_trader_zone": N_(
        "Quando hai ordinato, in Francia, dove ha sede il gruppo OVHcloud, era ancora il giorno prima: il conteggio più prudente parte da quello."
    ),
    "function_information": N_(
        "Per un ordine come questo OVHcloud deve dirti anche dove si trova il pulsante per recedere. Se non l'ha fatto, il termine potrebbe durare 12 mesi in più: la questione è aperta."
    ),
    "late_information_national_rule": N_(
        "La legge nazionale può darti 14 giorni dal giorno in cui hai ricevuto l'informazione, anche se è arrivata molto tardi."
    ),
    "local_holiday_possible": N_(
        "Un giorno festivo della tua regione o del tuo comune può spostare in avanti l'ultimo giorno: meglio non contarci."
    ),
    "national_consumer_wider": N_(
        "Se vuoi far valere la legge del tuo paese, recedi per iscritto entro il termine e chiedi consiglio a un'associazione di consumatori."
    ),
    "national_text_earlier": N_(
        "La legge irlandese, letta alla lettera, conta anche il giorno dell'ordine. Prevale il diritto europeo, ma è più prudente recedere un giorno prima."
    ),
    "older_law": N_(
        "L'ordine è precedente al 14 giugno 2014: allora valevano regole più vecchie, che questa verifica non applica."
    ),
    "order_cancelling": N_(
        "OVHcloud sta già annullando questo ordine. Se l'annullamento non arriva in fondo, il diritto di recesso resta: non lasciar passare il termine."
    ),
    "payment_not_shown": N_(
        "Finché OVHcloud non riceve il pagamento, il pulsante per recedere può mancare: in quel caso recedi per iscritto e chiedi indietro la somma."
    ),
    "payment_after_expiry": N_(
        "La scadenza dell'ordine è passata: se il pagamento arriva adesso, OVHcloud potrebbe averlo già annullato. Chiedi all'assistenza."
    ),
    "payment_contradicts_status": N_(
        "Quello che hai indicato per il pagamento non corrisponde allo stato dell'ordine. Controlla quale dei due è giusto: la risposta può cambiare."
    ),
    "payment_may_be_under_way": N_(
        "Hai già inviato un bonifico o un assegno? Allora indicalo alla domanda sul pagamento: la risposta cambia."
    ),
    "region_clock_possible": N_(
        "In alcune regioni, per esempio nelle isole, l'ora è diversa e il termine finisce un giorno prima: indica la tua regione."
    ),
    "region_holiday_possible": N_(
        "In alcune regioni quel giorno è festivo e il termine finisce più tardi: indica la tua regione."
    ),
    "reply_fields_ignored": N_("La risposta di OVHcloud contiene campi che questa verifica non conosce: li abbiamo ignorati."),
    "roll_uncertain": N_(
        "Nel tuo paese non è certo che l'ultimo giorno si sposti quando cade di sabato, di domenica o in un giorno festivo: meglio non contarci."
    ),
    "trader_date_differs": N_("OVHcloud indica un ultimo giorno diverso: i passaggi qui sotto spiegano quale dei due vale."),
    "trader_offers": N_(
        "OVHcloud indica comunque un ultimo giorno per recedere da questo ordine: se il pulsante c'è, puoi usarlo."
    ),
    "whole_order_only": N_(
        "Dallo Spazio Cliente puoi recedere solo dall'intero ordine. Per recedere solo da una parte, scrivi all'assistenza OVHcloud."
    ),
}

ERRORS = {
    "missing": N_("Manca questo dato: inseriscilo."),
    "wrong_type": N_("Questo valore non è del tipo giusto: {value}."),
    "unknown_field": N_("Questo campo non esiste: toglilo o correggi il nome."),
    "unknown_code": N_("«{value}» non è una delle risposte possibili: scegline una dall'elenco."),
    "not_a_date": N_(
        "«{value}» non è una data che possiamo leggere con certezza: scrivi giorno, mese e anno, per esempio 7 settembre 2026, oppure 2026-09-07."
    ),
    "no_such_day": N_("«{value}» non esiste nel calendario: controlla giorno e mese."),
    "no_offset": N_(
        "«{value}» è senza fuso orario: aggiungilo, per esempio 2026-09-07T10:00:00+02:00, oppure scrivi solo il giorno."
    ),
    "out_of_range": N_("«{value}» è una data troppo lontana: controlla l'anno."),
    "in_future": N_(
        "Dev'essere oggi o una data passata: «{value}» è nel futuro. Se non lo è, controlla la data del tuo computer o telefono."
    ),
    "before_order": N_("«{value}» è prima della data dell'ordine: controlla le due date."),
    "before_withdrawal": N_("«{value}» è prima dell'invio del recesso: controlla le due date."),
    "region_of_other_country": N_("«{value}» non è una regione del paese indicato: cambia la regione o il paese."),
    "not_begun": N_(
        "Il servizio non può essere stato eseguito per intero se non è ancora iniziato: correggi una delle due risposte."
    ),
    "empty": N_("L'elenco dei prodotti è vuoto: aggiungine almeno uno."),
    "too_many": N_("I prodotti sono troppi: al massimo 100."),
    "beside_lines": N_("Indica o un prodotto solo o un elenco di prodotti, non tutti e due."),
}

NATURES = {
    "law": N_("Legge"),
    "trader_terms": N_("Regole di OVHcloud"),
    "faq": N_("FAQ di OVHcloud"),
}
