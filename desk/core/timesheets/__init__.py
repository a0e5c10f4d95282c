"""Time sheets: who came and went when, what of it was served, published before it is entered, corrected by new entries."""
