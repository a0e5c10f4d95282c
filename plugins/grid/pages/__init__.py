"""Screens as data: the list of events, forms, the record page, the months. The desk paints them."""
