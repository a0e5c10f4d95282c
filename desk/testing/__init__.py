"""A pytest plugin for us and for plugin authors: fixtures, guards, conformance. Imported by tests only."""
