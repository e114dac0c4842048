"""Prints what is issued about money."""
