"""The parts of the Meet stage: meetings at Zoom, and what was held."""
