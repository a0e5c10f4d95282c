"""Zoo: asks for an argument that the hook does not have."""
