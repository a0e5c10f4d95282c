"""What a plugin leaves in the data: found by name, archived with counted rows, and deleted only after that."""
