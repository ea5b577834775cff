"""The map: how the fingerprint check spread, and where limits are documented."""
