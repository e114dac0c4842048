"""Who was really there: from what reports tell to what is credited."""
