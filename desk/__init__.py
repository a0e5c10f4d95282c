"""Desk: a desktop program for community service centres.

Rooms: core (no Qt, no plugin), host (everything about plugins), shell (all Qt), api (the door for plugins).
"""

__version__ = "0.1.0"
API_VERSION = "1.0"
