"""The card: what is known about one item."""
