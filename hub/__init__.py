"""The hub: what a request is and what becomes of it. It knows no door, no broker and no carrier."""
