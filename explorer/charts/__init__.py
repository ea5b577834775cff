"""Charts of the published figures, each with its source."""
