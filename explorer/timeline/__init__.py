"""The timeline: what happened, laid out in time."""
