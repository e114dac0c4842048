"""Orders, payments, refunds and their documents, and what the ledger says of them."""
