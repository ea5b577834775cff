"""The audience window and the speaker window."""
