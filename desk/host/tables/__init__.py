"""Plugins of tables only: a description and declarations, no program. The desk paints them; nothing of them is executed."""
