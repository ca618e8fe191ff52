"""What codes and fields are called: in OVHcloud's control panel where it has a name for them, else plainly."""

from __future__ import annotations

from checker.words.catalogue import N_, cldr, text

LABELS: dict[str, dict[str, str]] = {
    "order_status": {
        "notPaid": N_("Pagamento non ricevuto"),
        "checking": N_("Conferma"),
        "documentsRequested": N_("In attesa dei documenti"),
        "delivering": N_("Consegna in corso..."),
        "delivered": N_("Completata"),
        "cancelling": N_("Annullamento in corso..."),
        "cancelled": N_("Annullata"),
        "orderExpired": N_("Ordine scaduto"),
        "unknown": N_("Errore"),
    },
    "payment_status": {
        "paid": N_("Sì, è pagato"),
        "unpaid": N_("No, non ancora"),
        "pending": N_("Ho inviato un bonifico o un assegno"),
    },
    "customer_type": {
        "consumer": N_("Privato, per uso personale"),
        "mixed_mainly_private": N_("Privato, soprattutto per uso personale e in parte per lavoro"),
        "mixed_mainly_business": N_("Privato, ma soprattutto per lavoro"),
        "professional": N_("Professionista o lavoratore autonomo"),
        "micro_professional": N_("Professionista con al massimo cinque dipendenti"),
        "company": N_("Società"),
        "association": N_("Associazione o ente senza scopo di lucro"),
        "public_body": N_("Ente pubblico"),
    },
    "product": {
        "web_hosting": N_("Hosting Web"),
        "vps": N_("VPS"),
        "dedicated_server": N_("Server dedicato"),
        "public_cloud": N_("Public Cloud"),
        "private_cloud": N_("Private Cloud"),
        "email": N_("E-mail (MX Plan, Exchange, Zimbra)"),
        "storage": N_("Storage e backup"),
        "network": N_("Rete (IP, Load Balancer, CDN)"),
        "telephony": N_("Telefonia, fax, SMS"),
        "internet_access": N_("Accesso a Internet"),
        "domain": N_("Registrazione di un dominio"),
        "domain_transfer": N_("Trasferimento di un dominio"),
        "ssl_certificate": N_("Certificato SSL"),
        "licence": N_("Licenza (Microsoft 365, Plesk, Windows)"),
        "digital_content": N_("Contenuto digitale da scaricare"),
        "goods": N_("Apparecchio (telefono, modem)"),
        "custom_goods": N_("Prodotto fatto su misura"),
    },
    "order_kind": {
        "new": N_("Nuovo ordine"),
        "renewal": N_("Rinnovo di un servizio già attivo"),
    },
    "truth": {
        "true": N_("Sì"),
        "false": N_("No"),
    },
    "field": {
        "order": N_("Ordine"),
        "now": N_("Ora attuale"),
        "ordered_at": N_("Data dell'ordine"),
        "customer_type": N_("Chi ha ordinato"),
        "country": N_("Paese in cui vivi"),
        "region": N_("Regione"),
        "time_zone": N_("Fuso orario"),
        "product": N_("Prodotto"),
        "lines": N_("Prodotti dell'ordine"),
        "order_kind": N_("Nuovo ordine o rinnovo"),
        "order_status": N_("Stato dell'ordine"),
        "payment_status": N_("Pagamento"),
        "order_expires": N_("Scadenza dell'ordine"),
        "trader_last_day": N_("Ultimo giorno indicato da OVHcloud"),
        "delivered_on": N_("Data di consegna"),
        "info_given": N_("Informazione sul diritto di recesso"),
        "info_given_on": N_("Data in cui hai ricevuto l'informazione"),
        "trader_informed_on": N_("Data in cui OVHcloud ha ricevuto il recesso"),
        "withdrawn_at": N_("Data in cui hai inviato il recesso"),
        "performance_begun": N_("Inizio del servizio"),
        "express_request": N_("Richiesta che il servizio inizi subito"),
        "loss_acknowledged": N_("Accettazione di perdere il diritto di recesso"),
        "confirmation_given": N_("Conferma di queste scelte per e-mail"),
        "fully_performed": N_("Servizio eseguito per intero"),
        "free_of_charge": N_("Servizio gratuito"),
    },
}


def label(kind: str, code: str, language: str) -> str:
    """What a code is called in `language`. Raises KeyError for a kind or code without a name."""
    if kind == "country":
        return str(cldr(language)["countries"][code])
    if kind == "region":
        return str(cldr(language)["regions"].get(code, code))
    return text(LABELS[kind][code], language)


def field_label(field: str, language: str) -> str:
    """What a field is called, also inside a line (`lines[1].product`); a field that nobody knows keeps its own name."""
    name = field.rsplit(".", 1)[-1]
    return text(LABELS["field"][name], language) if name in LABELS["field"] else field
