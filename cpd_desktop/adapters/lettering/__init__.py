"""Letters on paper: finding fonts, ordering right-to-left text, shaping and fitting lines."""
