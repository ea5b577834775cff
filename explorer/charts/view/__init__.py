"""The charts on screen: chooser, plot, table, and what one figure means."""
