"""What the form asks and what the page script says, in this site's own words; the names of codes are in `words/labels.py`."""

from __future__ import annotations

from checker.words.catalogue import N_
from checker.words.citations import UNCONFIRMED

QUESTIONS = {
    "order_status": N_("Che stato ha l'ordine?"),
    "ordered_at": N_("Quando hai fatto l'ordine?"),
    "product": N_("Che cosa hai ordinato?"),
    "customer_type": N_("Hai ordinato come privato o per lavoro?"),
    "country": N_("In quale paese vivi?"),
    "payment_status": N_("Hai già pagato l'ordine?"),
    "order_expires": N_("Quando scade l'ordine?"),
    "order_kind": N_("È un nuovo ordine o un rinnovo?"),
    "delivered_on": N_("Quando è arrivato l'apparecchio?"),
    "performance_begun": N_("Il servizio è già iniziato?"),
    "express_request": N_("Hai chiesto che il servizio iniziasse subito, senza aspettare 14 giorni?"),
    "loss_acknowledged": N_("Hai accettato di perdere il diritto di recesso, a servizio eseguito o a download iniziato?"),
    "confirmation_given": N_("OVHcloud ti ha confermato per e-mail queste due scelte?"),
    "info_given": N_("OVHcloud ti ha informato del diritto di recesso?"),
    "info_given_on": N_("Quando OVHcloud ti ha informato?"),
    "region": N_("In quale regione vivi?"),
    "fully_performed": N_("Il servizio è già stato eseguito per intero?"),
    "free_of_charge": N_("Il servizio è gratuito?"),
    "withdrawn_at": N_("Hai già inviato il recesso? In che data?"),
    "trader_informed_on": N_("Quando OVHcloud ha ricevuto il recesso?"),
    "trader_last_day": N_("OVHcloud indica un ultimo giorno per recedere? Quale?"),
}
"""The questions, in the order in which they stand in the form."""

HINTS = {
    "order_status": N_("Lo trovi nello Spazio Cliente OVHcloud, alla voce «I miei ordini»."),
    "ordered_at": N_("La data è nell'e-mail di conferma. Per esempio 7 settembre 2026, oppure 7/9/2026."),
    "order_expires": N_("La data è scritta sul buono d'ordine."),
    "customer_type": N_("Conta lo scopo dell'ordine, non il tipo di account."),
    "region": N_("Trovi solo le regioni con giorni festivi o fuso orario propri. Se la tua non c'è, scegli «Un'altra»."),
    "info_given": N_(
        "Di solito lo trovi scritto nelle condizioni o nell'e-mail di conferma. Per gli ordini dal 19 giugno 2026 di "
        "norma deve esserci scritto anche dove si trova il pulsante per recedere."
    ),
    "performance_begun": N_("Per esempio: il server è acceso, lo spazio web è attivo."),
    "express_request": N_("Di solito è una casella da spuntare durante l'ordine."),
    "confirmation_given": N_("Conta solo per i contenuti digitali da scaricare."),
    "fully_performed": N_("Un hosting o un server ancora attivo non è eseguito per intero."),
    "trader_last_day": N_("A volte è nello Spazio Cliente, accanto all'ordine."),
}
"""Help where a customer in a hurry may stop and wonder."""

DECLINED = {
    "delivered_on": N_("Non è ancora arrivato"),
    "withdrawn_at": N_("Non l'ho inviato"),
    "trader_last_day": N_("No, o non lo so"),
    "region": N_("Un'altra, o non lo so"),
}
"""What "I don't know" is called where that is not the word for it."""
UNSURE = N_("Non lo so")

SPOKEN = {
    "downloading": N_("Stiamo scaricando il programma che fa il calcolo."),
    "starting": N_("Il programma che fa il calcolo si sta avviando."),
    "waiting": N_("La risposta comparirà qui da sola: non serve premere di nuovo il pulsante."),
    "unanswered": N_("Scegli una risposta, oppure «{unsure}»."),
    "undated": N_("Scrivi la data, oppure scegli «{unsure}»."),
    "one_more": N_("Ancora una domanda: la risposta dipende da questa."),
    "missing": N_("La risposta dipende da questo:"),
    "would_change": N_("Che cosa può cambiare la risposta"),
    "steps": N_("Come ci arriviamo, passo per passo"),
    "days": N_("I giorni, uno per uno"),
    "status": N_("A che punto è l'ordine"),
    "status_named": N_("A che punto è l'ordine: {status}"),
    "change_named": N_("Cambia: {question}"),
    "unconfirmed": UNCONFIRMED,
    "next": N_("Che cosa puoi fare adesso"),
    "panel": N_("Apri i tuoi ordini nello Spazio Cliente"),
    "contact": N_("Scrivi all'assistenza OVHcloud"),
    "letter": N_("Prepara la dichiarazione di recesso"),
    "calendar": N_("Salva le date nel calendario"),
    "print": N_("Stampa o salva in PDF"),
    "link": N_("Copia il link a queste risposte"),
    "copied": N_("Copiato."),
    "copy_yourself": N_("Da qui il browser non permette di copiare: il testo è selezionato, copialo tu."),
    "link_copied": N_("Link copiato. Contiene le tue risposte: le vede solo chi lo riceve."),
    "link_shown": N_("Ecco il link. Contiene le tue risposte: le vede solo chi lo riceve."),
    "more": N_("Per saperne di più"),
    "answers": N_("Le tue risposte"),
    "change": N_("Cambia"),
    "reading": N_("Stiamo leggendo il testo."),
    "understood": N_("Abbiamo capito questo. È giusto?"),
    "unclear": N_("Queste cose non sono chiare, te le chiediamo:"),
    "nothing_understood": N_("Qui non abbiamo trovato dati dell'ordine. Rispondi alle domande qui sotto."),
    "too_long": N_("Il testo è troppo lungo: incolla solo la parte che riguarda l'ordine."),
    "failed_download": N_(
        "Non riusciamo a scaricare il programma che fa il calcolo. Controlla la connessione e riprova: "
        "quello che hai scritto è ancora qui."
    ),
    "failed_wasm": N_(
        "Il tuo browser non può eseguire il programma che fa il calcolo: WebAssembly è disattivato o manca. "
        "Prova con un altro browser: lì dovrai compilare di nuovo il modulo."
    ),
    "failed_start": N_(
        "Il programma che fa il calcolo non è partito. Riprova: quello che hai scritto è ancora qui. "
        "Se non basta, chiudi altre schede o usa un altro browser."
    ),
    "failed_answer": N_(
        "Il programma che fa il calcolo si è fermato prima di rispondere. Riprova: quello che hai scritto è ancora qui."
    ),
}
"""What the page script says, by the names that it uses."""
