"""The parts that make certificates: the editor of templates, and the gallery of them."""
