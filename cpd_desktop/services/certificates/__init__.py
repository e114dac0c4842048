"""Certificates: what is issued to whom, the register, and what can be taken out of it."""
