"""The timeline on screen: its drawing, its keys, its minimap, its table."""
