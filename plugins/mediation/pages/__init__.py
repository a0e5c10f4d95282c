"""Screens as data: the list of disputes, its forms, the record page. The desk paints them."""
