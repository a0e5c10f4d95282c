"""The only Qt code of the desk: frame, kit of page parts, and a folder per core room that has screens."""
