"""The parts of what the window shows of certificates."""
