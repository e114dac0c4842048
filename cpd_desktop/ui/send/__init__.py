"""The parts of the Send stage."""
