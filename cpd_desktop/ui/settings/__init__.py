"""The panels of the settings page. They know the desk, and none of them another."""
