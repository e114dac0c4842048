"""Zoom: sign-in, tokens and calls."""
