"""CPD Desktop: the organiser a trainer runs on their own laptop."""

__version__ = "0.1.0"
