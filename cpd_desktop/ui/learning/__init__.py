"""Learning content on screen: what an event has of it, and what people hand in."""
