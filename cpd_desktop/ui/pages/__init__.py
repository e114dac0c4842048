"""The pages of the window, one file each. They never call one another."""
