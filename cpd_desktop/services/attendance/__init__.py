"""Attendance: what reports tell, kept as it came."""
