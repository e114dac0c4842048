"""Payments by card: what is asked of Stripe, what it tells, and what that means for the ledger."""
