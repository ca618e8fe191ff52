"""What is said of each step of the reasoning; `{names}` are the step's own values, days in words."""

from __future__ import annotations

from checker.words.catalogue import N_

STEPS = {
    "order_cancelled": N_("OVHcloud indica l'ordine come annullato: non c'è più un contratto da cui recedere."),
    "unpaid_lapsed": N_("Un ordine non pagato viene eliminato da solo alla sua scadenza, e la scadenza è passata."),
    "unpaid_lapses": N_("Un ordine non pagato viene eliminato da solo alla sua scadenza: {lapses_on}."),
    "unpaid_lapses_some_day": N_(
        "Un ordine non pagato si annulla da solo, con tempi che variano secondo il servizio: vale la data sul buono d'ordine."
    ),
    "depends_on": N_("La risposta dipende da: {fields}."),
    "consumer": N_("Hai ordinato per scopi personali: per la legge sei un consumatore."),
    "mixed_purpose": N_("Hai ordinato anche per lavoro, ma soprattutto per te: per la legge sei un consumatore."),
    "not_a_consumer": N_(
        "Chi ordina per la propria attività, e ogni società, associazione o ente, per la legge non è un consumatore."
    ),
    "micro_professional_online": N_(
        "In Francia i piccoli professionisti possono recedere solo da contratti conclusi fuori dai locali commerciali, non da un ordine online."
    ),
    "trader_not_for_professionals": N_("Anche OVHcloud riserva il recesso ai privati."),
    "no_right_in_country": N_(
        "In questo paese ({country}) la legge non dà un diritto di recesso generale per i contratti conclusi online."
    ),
    "country_not_examined": N_(
        "Il diritto di recesso europeo vale per chi vive nell'Unione europea o nello Spazio economico europeo, non in questo paese ({country})."
    ),
    "trader_excludes_renewal": N_("OVHcloud ammette il recesso solo per i nuovi ordini."),
    "right_given_once": N_("Il diritto di recesso spetta in linea di principio una volta sola, non di nuovo a ogni rinnovo."),
    "trader_offers_anyway": N_(
        "OVHcloud di solito esclude questo ordine dal recesso, ma qui indica un ultimo giorno ({trader}): puoi contarci."
    ),
    "trader_excludes_product": N_("OVHcloud esclude questo prodotto dal recesso."),
    "personalised_means_goods": N_(
        "La legge esclude i beni personalizzati. Un servizio non è un bene: perciò l'esclusione di OVHcloud è controversa."
    ),
    "domain_is_a_service": N_(
        "Una corte d'appello tedesca ha deciso che un dominio non è un bene: dalla registrazione si può quindi recedere."
    ),
    "fully_performed": N_(
        "Un servizio eseguito per intero, iniziato con il tuo consenso e sapendo di perdere il diritto, è escluso anche per legge."
    ),
    "custom_goods": N_("I beni fatti su misura o chiaramente personalizzati sono esclusi."),
    "custom_goods_from_the_outset": N_("Sono esclusi fin dall'inizio, anche se la produzione non è cominciata."),
    "excluded_digital_content": N_(
        "La fornitura è cominciata, e tutte le condizioni con cui la legge toglie il diritto sono soddisfatte."
    ),
    "excluded_fully_performed": N_(
        "Il servizio è eseguito per intero, e tutte le condizioni con cui la legge toglie il diritto sono soddisfatte."
    ),
    "exception_not_met": N_(
        "La legge toglie il diritto solo se sono soddisfatte tutte le condizioni. Qui una manca: {failed}. Il diritto resta."
    ),
    "starts_with_delivery": N_("Per un apparecchio i 14 giorni partono dalla consegna, che non c'è ancora stata."),
    "withdrawn_before_start": N_("Si può recedere anche prima della consegna: l'hai fatto {sent}."),
    "starts_with_conclusion": N_("I 14 giorni partono dal giorno in cui il contratto è concluso: {day}."),
    "starts_with_conclusion_in_zone": N_(
        "I 14 giorni partono dal giorno in cui il contratto è concluso, secondo l'ora del luogo in cui vivi ({zone}): {day}."
    ),
    "starts_with_delivery_on": N_("Per un apparecchio i 14 giorni partono dal giorno della consegna: {day}."),
    "starts_with_delivery_on_in_zone": N_(
        "Per un apparecchio i 14 giorni partono dal giorno della consegna, secondo l'ora del luogo in cui vivi ({zone}): {day}."
    ),
    "first_day_not_counted": N_("Quel giorno non si conta: il giorno 1 è quello dopo."),
    "fourteen_days": N_("Si contano 14 giorni di calendario, anche festivi: il giorno 14 è {nominal}."),
    "informed_in_time": N_("OVHcloud ti ha informato del diritto di recesso in tempo: valgono i 14 giorni normali."),
    "information_late": N_("OVHcloud ti ha informato in ritardo, {received}: i 14 giorni partono da lì."),
    "information_missing": N_(
        "OVHcloud non ti ha informato del diritto di recesso: il termine si allunga di 12 mesi, fino a {nominal}."
    ),
    "information_too_late": N_(
        "L'informazione è arrivata dopo più di 12 mesi, come se mancasse: il termine si allunga di 12 mesi, fino a {nominal}."
    ),
    "last_day_never_moves": N_(
        "Nel Regno Unito l'ultimo giorno non si sposta mai, nemmeno di sabato, domenica o in un giorno festivo: {last}."
    ),
    "last_day_moves": N_(
        "Se l'ultimo giorno è un sabato, una domenica o un festivo, il termine finisce il giorno lavorativo seguente. Non sono lavorativi: {closed}. L'ultimo giorno è quindi {last}."
    ),
    "last_day_is_a_working_day": N_("È un giorno lavorativo, quindi il termine non si sposta: l'ultimo giorno è {last}."),
    "beyond_coverage": N_("I giorni festivi sono noti dal {first} al {last}: più in là non sappiamo se il termine si sposta."),
    "ends_with_last_hour": N_(
        "Il termine finisce con l'ultima ora di quel giorno, a mezzanotte nel luogo in cui vivi ({zone})."
    ),
    "earlier_in_trader_zone": N_(
        "Nessuna norma dice di quale fuso orario si tratti. In Francia l'ordine è di {day}: contando da lì, il giorno 14 è {last}."
    ),
    "irish_text_counts_first_day": N_(
        "La legge irlandese conta i 14 giorni a partire dal giorno stesso: secondo il suo testo il termine finisce {last}."
    ),
    "trader_date_later": N_(
        "OVHcloud stessa indica {trader}, più tardi della legge: puoi contarci, perché il venditore può offrire di più."
    ),
    "trader_date_earlier": N_(
        "OVHcloud indica {trader}, prima della legge ({law}). Vale la legge: nessuno può toglierti giorni. Il pulsante nello Spazio Cliente può però sparire prima: in quel caso scrivi."
    ),
    "sending_is_enough": N_("Basta inviare il recesso entro il termine, anche se arriva dopo. Conserva una prova dell'invio."),
    "sent_in_time": N_("L'hai inviato {sent}, entro il termine: conta l'invio, non l'arrivo."),
    "sent_late": N_("L'hai inviato {sent}, dopo la fine del termine."),
    "period_over": N_("Oggi è {today}: il termine è finito."),
    "withdrawal_function": N_(
        "Per i contratti dal 19 giugno 2026 il sito del venditore deve avere un pulsante per recedere, disponibile per tutto il termine."
    ),
    "how_to_withdraw": N_(
        "Come fare: Spazio Cliente, «I miei ordini», «...», «Annulla l'ordine». Vale anche qualsiasi dichiarazione scritta e chiara."
    ),
    "cost_of_return": N_("Le spese per rispedire il bene sono a tuo carico, se il venditore non le assume e ti ha avvisato."),
    "cost_none_digital_content": N_("Per il contenuto digitale non devi nulla, se manca anche una sola delle condizioni."),
    "cost_none_not_begun": N_("Il servizio non è ancora cominciato: ti spetta il rimborso di tutti i pagamenti."),
    "cost_none_not_informed": N_("Non sei stato informato in tempo: non devi nulla per i giorni già usati."),
    "cost_none_not_requested": N_("Non hai chiesto tu di cominciare subito: non devi nulla per i giorni già usati."),
    "cost_pro_rata": N_("Hai chiesto di cominciare subito: paghi in proporzione ai giorni usati."),
    "cost_depends": N_(
        "Paghi in proporzione ai giorni usati solo se hai chiesto tu di cominciare subito e sei stato informato del diritto."
    ),
    "refund_due": N_("Il rimborso è dovuto entro 14 giorni da quando il venditore è informato ({informed}): entro {due}."),
    "late_refund_doubled": N_("In Spagna, se il rimborso ritarda, puoi chiedere il doppio."),
    "trader_refund": N_("La guida di OVHcloud parla di 30 giorni; la legge di 14."),
}
