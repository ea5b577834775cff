"""Who is looking, and where."""
