"""Zoo: its manifest gives another id than its folder."""
