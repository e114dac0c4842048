"""Stripe: its objects as far as billing reads them, what is asked of it, and its keys."""
