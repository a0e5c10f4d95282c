"""Indicators by period and area: declared as tables, counted from records, frozen by the month, corrected by entries."""
