"""Words for the fields that a mail's text can show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def field_words(name: str) -> str:
    """Return what a field shows, as people call it; its name if it has no other words."""
    translate = QCoreApplication.translate
    return {
        "name": translate("mail fields", "Name"),
        "first_name": translate("mail fields", "First name"),
        "email": translate("mail fields", "E-mail address"),
        "reference": translate("mail fields", "Reference of the place"),
        "event": translate("mail fields", "Title of the event"),
        "summary": translate("mail fields", "Summary of the event"),
        "date": translate("mail fields", "Date"),
        "time": translate("mail fields", "Time"),
        "zone": translate("mail fields", "Time zone"),
        "place": translate("mail fields", "Place"),
        "join_link": translate("mail fields", "Link to join"),
        "sessions": translate("mail fields", "List of sessions"),
        "credit": translate("mail fields", "Credit"),
        "price": translate("mail fields", "Price"),
        "why": translate("mail fields", "Reason for the change"),
        "offered_until": translate("mail fields", "Place is kept until"),
        "provider": translate("mail fields", "Provider"),
        "contact": translate("mail fields", "Contact"),
        "website": translate("mail fields", "Website"),
        "certificate_number": translate("mail fields", "Number of the certificate"),
        "certificate_code": translate("mail fields", "Code of the certificate"),
        "certificate_credit": translate("mail fields", "Credit on the certificate"),
        "certificate_title": translate("mail fields", "Title on the certificate"),
        "certificate_date": translate("mail fields", "Date on the certificate"),
        "certificate_replaces": translate("mail fields", "Number of the replaced certificate"),
        "certificate_why": translate("mail fields", "Reason it was revoked or replaced"),
        "verify_link": translate("mail fields", "Page to verify certificates"),
        "amount": translate("mail fields", "Amount"),
        "payment_link": translate("mail fields", "Link to pay"),
        "receipt_number": translate("mail fields", "Number of the receipt"),
        "evaluation_link": translate("mail fields", "Link to the evaluation"),
    }.get(name, name)


def language_words(language: str) -> str:
    """Return a language by its own name."""
    world = "_001" if language == "en" else ""  # else it is called after one country
    name = QLocale(f"{language}{world}").nativeLanguageName()
    return f"{name} ({language})" if name else language
