"""Tests of the desk: the pages of staff."""
