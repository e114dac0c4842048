"""Builds what a person installs: the bundle, and the installers of three systems around it."""
