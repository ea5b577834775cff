"""The diagram on screen: its words, its drawing, its keys, its table."""
