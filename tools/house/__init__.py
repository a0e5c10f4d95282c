"""House rules that no ready-made linter knows: functions that read the sources and answer findings.

`tests/house` runs them over the project and over planted violations. Nothing here imports desk.
"""
