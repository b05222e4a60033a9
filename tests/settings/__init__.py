"""Tests of hub/settings."""
