"""What a certificate says, and what can be said about one that somebody shows."""
