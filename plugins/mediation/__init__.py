"""人民调解室: disputes, parties, sessions, agreements and their papers (catalogue ids of F2)."""
