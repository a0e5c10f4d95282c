"""Tables of figures on the screen: one page for all of them, the records behind a number, the correction list."""
