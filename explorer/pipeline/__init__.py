"""The path from fingerprint to removal, as it stood on a date."""
