"""A talk: lenses in order, for a speaker and an audience."""
