"""What happens out of sight: the relay hands jobs on, and somebody does each of them once."""
