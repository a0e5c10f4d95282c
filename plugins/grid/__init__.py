"""网格: events from finding to filing (catalogue ids of F5)."""
