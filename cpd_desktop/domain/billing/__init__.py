"""Money for places and memberships: orders, payments, refunds, and the ledger of them all."""
