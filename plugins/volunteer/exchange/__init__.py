"""Lists in and out: hours from a spreadsheet, hours handed to an outside system, its answers, hours recorded elsewhere."""
