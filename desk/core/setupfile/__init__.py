"""A hall's set-up as one file: what a street wants alike in ten communities. No person and no record is in it."""
