"""Who issued a certificate and that nobody changed it since: keys, signatures, verification."""
