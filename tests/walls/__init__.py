"""Tests of the walls between councils, from outside: every page, list, count and file."""
