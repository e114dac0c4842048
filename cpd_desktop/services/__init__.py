"""What the application can do: one public method is one use case is one transaction."""
