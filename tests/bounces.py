"""Mails that come back."""

from __future__ import annotations


def a_bounce(message_id: str, number: int = 1) -> bytes:
    return (
        f"From: MAILER-DAEMON@mx.example\nMessage-ID: <{number}@mx.example>\n"
        'Content-Type: multipart/report; boundary="b"\n\n--b\n'
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n\n--b--\n"
    ).encode()
