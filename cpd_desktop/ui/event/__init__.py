"""The sections of an event's Plan stage, and the dialogs that they open."""
