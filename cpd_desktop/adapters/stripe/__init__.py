"""Stripe, reached with the trainer's own key."""
