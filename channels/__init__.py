"""The doors, and what goes out of them."""
