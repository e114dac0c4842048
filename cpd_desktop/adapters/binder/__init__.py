"""Audit binders as ZIP files: written so that the same content gives the same bytes, and checked."""
