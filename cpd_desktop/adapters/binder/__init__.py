"""Audit binders as ZIP files: the same content gives the same bytes, and any can be checked."""
