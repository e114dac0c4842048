"""The `cpd` command: the same services without a window."""
