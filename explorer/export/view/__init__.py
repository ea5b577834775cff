"""Pictures, posters and prints: the dialogs, and what is drawn."""
