"""Contact sheets, cards, plates and badges of areas."""
