"""The notice board of the community, used by the desk and every plugin."""
