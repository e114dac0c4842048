"""Strangers' table files: read row by row, written whole, never trusted."""
