"""The pages of the window. None of them knows another."""
