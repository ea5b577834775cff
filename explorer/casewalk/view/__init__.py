"""The case walk on screen."""
