"""The outbox: messages, what became of them, and what a person decides."""
