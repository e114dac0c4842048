"""Writing mails and carrying them."""
