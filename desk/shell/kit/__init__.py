"""What pages are made of: list page, record page, paged table, forms, step bar, preview."""
