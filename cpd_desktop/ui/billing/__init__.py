"""Billing: who owes, what was paid, what goes back, and the ledger of it all."""
