"""Tests of channels/ops and hub/watch."""
