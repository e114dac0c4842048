"""What is sold, paid and owed."""
