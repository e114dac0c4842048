"""The Register stage of an event: the roster, the waiting line, the groups and the door."""
