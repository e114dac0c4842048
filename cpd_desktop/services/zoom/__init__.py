"""Zoom: the meetings of sessions, who registered there, and who came."""
