"""What changed from one wording to the next, line by line, old beside new. Pure."""

from difflib import SequenceMatcher


def changed_lines(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """(as it was, as it is) for each place that changed; "" where a line was added or taken away."""
    before, after = old.splitlines(), new.splitlines()
    found: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            found.append(("\n".join(before[a:b]), "\n".join(after[c:d])))
    return tuple(found)


def side_by_side(old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    """Every line of both as (kind, as it was, as it is); kind: "same", "changed", "gone", "new"."""
    before, after = old.splitlines(), new.splitlines()
    found: list[tuple[str, str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += [("same", line, line) for line in before[a:b]]
            continue
        both = min(b - a, d - c)
        found += [("changed", before[a + n], after[c + n]) for n in range(both)]
        found += [("gone", line, "") for line in before[a + both:b]] + [("new", "", line) for line in after[c + both:d]]
    return tuple(found)
