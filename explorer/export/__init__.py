"""Pictures, tables and reports to take away."""
