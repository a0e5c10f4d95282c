"""Tables in and out: read from strangers, matched, tried dry, taken over whole and undone whole.

Reading: `reading.read_tables` → `table.Sheet` → `columns.match_columns`. Taking over: `batch`, and on it
`people_import`. Writing: `export`. A workbook is only ever parsed in a child process with limits (`workbook`).
"""
