"""One person walked through the rules of a place and a day, and under all other rules."""
