"""Signing in at a provider through the person's own browser (OAuth, PKCE, RFC 8252)."""
