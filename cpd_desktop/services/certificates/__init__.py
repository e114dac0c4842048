"""Issuing certificates, keeping them, and saying what is proven about one."""
