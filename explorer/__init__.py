"""Secure Communities Explorer: how local and federal immigration enforcement came to work together."""

__version__ = "0.1.0"
NAME = "Secure Communities Explorer"
SUBTITLE = "Federal-local immigration enforcement, 1986–2025"
