"""Papers of the registration desk, drawn as PDF."""
