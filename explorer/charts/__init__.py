"""Plots of the series, their tables and what each figure means."""
