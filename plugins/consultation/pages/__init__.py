"""Screens as data: lists, forms, record pages. The desk paints them."""
