"""Packages of installed plugins, kept with the data: every seat installs from here what an administrator agreed to once."""
