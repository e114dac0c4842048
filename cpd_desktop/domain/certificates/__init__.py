"""Certificates: what they look like and say, and what can be said of one that somebody shows."""
