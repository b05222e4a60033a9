"""Tests of channels/carriers."""
