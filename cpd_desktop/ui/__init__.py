"""The window. The only room with Qt in it, besides the composition root."""
