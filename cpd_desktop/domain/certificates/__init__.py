"""What a certificate looks like and says: templates, snapshots, and checks before issue."""
