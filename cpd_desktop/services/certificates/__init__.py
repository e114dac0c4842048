"""Certificates: what is issued to whom, the register, and what is proven about one."""
