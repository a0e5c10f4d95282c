"""Zoo: raises in desk_start after having registered a clean-up."""
