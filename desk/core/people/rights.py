"""Permissions the register asks for; `core/staff/permissions.py` says what they let one do."""

READ = "desk.people.read"
WRITE = "desk.people.write"
REVEAL = "desk.people.reveal"
MERGE = "desk.people.merge"
ERASE = "desk.people.erase"
