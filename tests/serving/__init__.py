"""Tests of channels/serving.py."""
