"""The card on screen: its text, its small picture, its actions."""
