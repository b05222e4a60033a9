"""The carriers: whatever takes something out of the house. Only main.py hands them in."""
