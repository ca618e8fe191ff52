"""What is said of each step of the reasoning; `{names}` are the step's own values, days in words."""

from __future__ import annotations

from checker.words.catalogue import N_

STEPS = {
    "order_cancelled": N_("OVHcloud indica l'ordine come annullato."),
    "unpaid_lapsed": N_("Un ordine non pagato si annulla da solo alla scadenza, e la scadenza è passata."),
    "unpaid_lapses": N_("Un ordine non pagato si annulla da solo alla scadenza: {lapses_on}."),
    "unpaid_lapses_some_day": N_(
        "Un ordine non pagato si annulla da solo, con tempi che variano secondo il servizio: vale la data sul buono d'ordine."
    ),
    "depends_on": N_("La risposta dipende da: {fields}."),
    "consumer": N_("Hai ordinato per scopi personali: per la legge sei un consumatore."),
    "mixed_purpose": N_("Hai ordinato anche per lavoro, ma soprattutto per te: per la legge sei un consumatore."),
    "not_a_consumer": N_(
        "Di norma non è un consumatore chi ordina soprattutto per lavoro, né lo sono società, associazioni ed enti."
    ),
    "micro_professional_online": N_(
        "In Francia i professionisti con al massimo cinque dipendenti possono recedere solo da contratti negoziati fuori dai locali commerciali, non da un ordine online."
    ),
    "national_consumer_wider": N_(
        "La legge del tuo paese protegge in certi casi anche chi non è un consumatore per la regola europea: il tuo può essere uno di questi."
    ),
    "trader_date_without_right": N_("OVHcloud indica comunque un ultimo giorno per recedere: {trader}. Puoi provarci."),
    "trader_not_for_professionals": N_("Anche OVHcloud riserva il recesso ai privati."),
    "no_right_in_country": N_(
        "Nel tuo paese ({country}) la legge non prevede un diritto generale di recesso per gli ordini online."
    ),
    "no_right_in_canada": N_(
        "In Canada non c'è un diritto generale di recesso per gli ordini online. Nel Québec si può annullare l'ordine se mancano le informazioni dovute o la copia del contratto."
    ),
    "country_not_examined": N_(
        "Il diritto di recesso europeo vale per chi vive nell'Unione europea o nello Spazio economico europeo, non nel tuo paese ({country})."
    ),
    "trader_excludes_renewal": N_("OVHcloud ammette il recesso solo per i nuovi ordini."),
    "right_given_once": N_("In linea di principio il diritto di recesso spetta una volta sola, non di nuovo a ogni rinnovo."),
    "trader_offers_anyway": N_(
        "OVHcloud di solito esclude questo ordine dal recesso, ma qui indica un ultimo giorno ({trader}): puoi contarci."
    ),
    "trader_excludes_product": N_("OVHcloud esclude questo prodotto dal recesso."),
    "personalised_means_goods": N_(
        "La legge esclude i beni personalizzati. Un servizio non è un bene: perciò l'esclusione di OVHcloud è controversa."
    ),
    "may_be_digital_content": N_(
        "Se quello che hai comprato è una chiave o un file da scaricare, è contenuto digitale: la fornitura è iniziata con il tuo consenso, e allora anche la legge esclude il recesso."
    ),
    "domain_is_a_service": N_(
        "Una corte d'appello tedesca ha deciso che un dominio non è un bene, e che quindi l'esclusione dei beni personalizzati non vale."
    ),
    "fully_performed": N_(
        "Il servizio è stato eseguito per intero, con il tuo consenso e dopo che avevi accettato di perdere il diritto: lo esclude anche la legge."
    ),
    "custom_goods": N_("I beni fatti su misura o chiaramente personalizzati sono esclusi."),
    "custom_goods_from_the_outset": N_("Sono esclusi fin dall'inizio, anche se la produzione non è ancora iniziata."),
    "excluded_digital_content": N_("La fornitura è iniziata e ci sono tutte le condizioni a cui la legge esclude il recesso."),
    "excluded_fully_performed": N_(
        "Il servizio è stato eseguito per intero e ci sono tutte le condizioni a cui la legge esclude il recesso."
    ),
    "exception_not_met": N_(
        "La legge esclude il recesso solo se ci sono tutte le condizioni. Qui manca: {failed}. Il diritto resta."
    ),
    "starts_with_delivery": N_("Per un apparecchio i 14 giorni partono dalla consegna, che non c'è ancora stata."),
    "withdrawn_before_start": N_("Si può recedere anche prima della consegna: tu l'hai fatto {sent}."),
    "starts_with_conclusion": N_("I 14 giorni partono dal giorno in cui il contratto è stato stipulato: {day}."),
    "starts_with_conclusion_in_zone": N_(
        "I 14 giorni partono dal giorno in cui il contratto è stato stipulato, secondo l'ora del luogo in cui vivi (fuso orario {zone}): {day}."
    ),
    "starts_with_delivery_on": N_("Per un apparecchio i 14 giorni partono dal giorno della consegna: {day}."),
    "starts_with_delivery_on_in_zone": N_(
        "Per un apparecchio i 14 giorni partono dal giorno della consegna, secondo l'ora del luogo in cui vivi (fuso orario {zone}): {day}."
    ),
    "first_day_not_counted": N_("Quel giorno non si conta: il giorno 1 è quello dopo."),
    "fourteen_days": N_("Si contano 14 giorni di calendario, festivi compresi: il giorno 14 è {nominal}."),
    "informed_in_time": N_("OVHcloud ti ha informato in tempo del diritto di recesso: valgono i 14 giorni normali."),
    "information_late": N_(
        "OVHcloud ti ha informato in ritardo ({received}): i 14 giorni partono da quel giorno, che non si conta."
    ),
    "information_missing": N_(
        "OVHcloud non ti ha informato del diritto di recesso: il termine si allunga di 12 mesi, fino a {nominal}."
    ),
    "information_too_late": N_(
        "L'informazione è arrivata dopo più di 12 mesi, quindi è come se mancasse: il termine si allunga di 12 mesi, fino a {nominal}."
    ),
    "last_day_never_moves": N_(
        "Nel Regno Unito l'ultimo giorno non si sposta mai, nemmeno se cade di sabato, di domenica o in un giorno festivo: resta {last}."
    ),
    "last_day_moves": N_(
        "Se l'ultimo giorno è un sabato, una domenica o un giorno festivo, il termine finisce il primo giorno lavorativo successivo. Qui non sono lavorativi: {closed}. L'ultimo giorno è quindi {last}."
    ),
    "last_day_is_a_working_day": N_("È un giorno lavorativo, quindi il termine non si sposta: l'ultimo giorno è {last}."),
    "beyond_coverage": N_(
        "Conosciamo i giorni festivi da {first} a {last}: fuori da questo periodo non sappiamo se il termine si sposta."
    ),
    "ends_with_last_hour": N_(
        "L'ultimo giorno ({last}) vale per intero, fino alle 24 nel luogo in cui vivi (fuso orario {zone})."
    ),
    "earlier_in_trader_zone": N_(
        "Nessuna norma dice quale fuso orario vale. Quando hai ordinato, in Francia era ancora {day}: contando da quel giorno, il giorno 14 è {last}."
    ),
    "national_text_counts_first_day": N_(
        "La legge irlandese conta anche il giorno da cui si parte: alla lettera, il termine finisce {last}."
    ),
    "trader_date_later": N_(
        "OVHcloud indica {trader}, dopo l'ultimo giorno di legge ({law}): puoi contarci, perché chi vende può concedere più tempo."
    ),
    "trader_date_earlier": N_(
        "OVHcloud indica {trader}, prima dell'ultimo giorno di legge ({law}). Vale la legge: nessuno può toglierti giorni. Il pulsante nello Spazio Cliente può però sparire prima: in quel caso recedi per iscritto."
    ),
    "sending_is_enough": N_("Basta inviare il recesso entro il termine, anche se arriva dopo. Conserva una prova dell'invio."),
    "sent_in_time": N_("Hai inviato il recesso {sent}, entro il termine: conta l'invio, non l'arrivo."),
    "sent_late": N_("Hai inviato il recesso {sent}, dopo la fine del termine."),
    "period_over": N_("Oggi è {today}: il termine è finito."),
    "withdrawal_function": N_(
        "Per i contratti stipulati da {since}, il sito di chi vende deve avere un pulsante per recedere, disponibile fino alla fine del termine."
    ),
    "how_to_withdraw": N_(
        "Come fare: nello Spazio Cliente OVHcloud apri «I miei ordini», clicca su «...» accanto all'ordine e scegli «Annulla l'ordine»."
    ),
    "any_clear_statement": N_("Vale anche qualsiasi altra dichiarazione chiara: meglio per iscritto, per averne la prova."),
    "cost_of_return": N_(
        "Le spese per rispedire l'apparecchio sono a tuo carico, a meno che OVHcloud le paghi o non ti abbia avvisato."
    ),
    "goods_sent_back": N_("Rispedisci l'apparecchio entro 14 giorni da quando comunichi il recesso."),
    "cost_none_free": N_("Il servizio è gratuito: non paghi nulla."),
    "cost_none_digital_content": N_(
        "Per il contenuto digitale non paghi nulla se manca anche solo una di queste condizioni: il tuo consenso, l'accettazione di perdere il diritto, la conferma di OVHcloud."
    ),
    "cost_none_not_begun": N_("Il servizio non è ancora iniziato: OVHcloud deve rimborsarti tutto quello che hai pagato."),
    "cost_none_not_informed": N_(
        "OVHcloud non ti ha informato in tempo del diritto di recesso: non paghi nulla per i giorni già usati."
    ),
    "cost_none_not_requested": N_("Non hai chiesto che il servizio iniziasse subito: non paghi nulla per i giorni già usati."),
    "cost_pro_rata": N_("Hai chiesto che il servizio iniziasse subito: paghi in proporzione ai giorni già usati."),
    "cost_depends": N_(
        "Paghi in proporzione ai giorni già usati solo se hai chiesto che il servizio iniziasse subito e OVHcloud ti ha informato del diritto di recesso."
    ),
    "refund_due": N_("OVHcloud deve rimborsarti entro 14 giorni da quando sa del recesso ({informed}), cioè entro {due}."),
    "refund_may_wait": N_(
        "Per un apparecchio OVHcloud può aspettare di riaverlo, o di avere la prova che l'hai rispedito, prima di rimborsarti."
    ),
    "late_refund_doubled": N_(
        "In Spagna, se il rimborso ritarda, la legge permette di chiedere il doppio; per gli ordini online è però discusso."
    ),
    "trader_refund": N_("La guida di OVHcloud parla di 30 giorni, ma vale la legge: 14."),
}
