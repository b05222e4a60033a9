"""Builders: a case, a letter, a service, of which a test says only what matters to it."""
