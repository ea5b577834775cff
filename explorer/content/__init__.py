"""What happened, and how we know."""
