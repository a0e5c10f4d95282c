"""docs/write-a-plugin.md shows the example as it is: blocks are cut out of its files, and every line of them is shown."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"<!-- (?P<path>examples/\S+) -->\n```\w+\n(?P<code>.*?)\n```", re.DOTALL)
GUIDE = (ROOT / "docs" / "write-a-plugin.md").read_text("utf-8")


def test_every_block_is_cut_out_of_the_example():
    blocks = list(BLOCK.finditer(GUIDE))
    assert len(blocks) == GUIDE.count("```") // 2 > 5
    for block in blocks:
        assert block["code"] in (ROOT / block["path"]).read_text("utf-8"), block["path"]


def test_the_whole_example_is_shown():
    shown = {}
    for block in BLOCK.finditer(GUIDE):
        shown[block["path"]] = shown.get(block["path"], "") + block["code"] + "\n"
    for kind in ("*.py", "*.toml"):
        for path in (ROOT / "examples" / "lostfound").rglob(kind):
            lines = [line for line in path.read_text("utf-8").splitlines() if line]
            assert [line for line in shown[path.relative_to(ROOT).as_posix()].splitlines() if line] == lines
