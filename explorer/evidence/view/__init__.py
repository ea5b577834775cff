"""The evidence desk on screen."""
