"""What a test stands on: real databases, a real Redis, a real browser, a clock that can be set."""
