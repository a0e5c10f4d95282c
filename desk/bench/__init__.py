"""Benchmarks: this computer against the bare thing, within one run. `desk bench` prints them; no test asserts a time.

Each benchmark is one module with `measure(hall) -> Iterator[Figure]`; what must start in a process of its own lies in a
module named `*_child`, run as `python -m`.
"""
