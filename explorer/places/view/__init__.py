"""The map of counties on screen, its tables and its smaller forms."""
