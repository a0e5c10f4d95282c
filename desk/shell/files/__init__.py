"""Files of any record: photos of postings, scans of signed papers."""
