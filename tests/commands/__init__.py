"""Tests of main.py and channels/terminal: the `hub` command."""
