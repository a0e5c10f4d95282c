"""Registers and mechanisms that every community module needs, each built once.

No Qt, no pluggy, no plugin: everything here runs in a script. Host, shell and (through desk.api) plugins may import it.
"""
