"""Certificates as PDF: setting their text, drawing them for the editor, writing many of them."""
