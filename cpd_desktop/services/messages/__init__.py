"""Mails prepared, kept and sent."""
