"""The register of people on the screen: list, card, form, households, import, merging."""
