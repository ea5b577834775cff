"""Tools that read what a window really paints, and what it tells a screen reader."""
