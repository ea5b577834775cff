"""Search on screen: the field, a row, the list of results."""
