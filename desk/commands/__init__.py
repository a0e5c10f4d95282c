"""The command line's verbs, one small module each: `add(parser)` says its arguments, `run(call)` does it.

They act as "operator" by the right to the data folder and are audited with the system's user name. No display is needed, but
for `run`.
"""
