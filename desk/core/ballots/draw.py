"""A draw anybody can repeat: the seed is printed, the order follows from it and from the names alone."""

import hashlib
from collections.abc import Sequence


def draw(seed: str, names: Sequence[str], count: int = 1) -> tuple[str, ...]:
    """`count` of `names`: those with the smallest SHA-256 of "seed|name". Same names are told apart by their place.

    The seed is settled in front of everybody (dice, a newspaper's date and headline) before the names are drawn.
    """
    if not seed.strip():
        raise ValueError("a draw needs a seed that everybody has seen")
    seen: dict[str, int] = {}
    entries = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        mark = name if seen[name] == 1 else f"{name}#{seen[name]}"
        entries.append((hashlib.sha256(f"{seed}|{mark}".encode()).hexdigest(), name))
    return tuple(name for _hash, name in sorted(entries)[:count])
