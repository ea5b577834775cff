"""What the rules would do: decision tables, walks through the pipeline, the hold clock."""
