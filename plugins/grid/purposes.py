"""The purpose of visits that the grid brings to the desk: revisits of events, and what may be found on them."""

from desk.api import N_
from desk.api.purposes import Finding, Purpose
from plugins.grid.kinds import REVISIT

SOLVED, UNSOLVED = "grid.solved", "grid.unsolved"
PURPOSES = (
    Purpose(REVISIT, N_("Revisit of a grid event"), "网格事件回访", (
        Finding(SOLVED, N_("It is solved"), "问题已解决"),
        Finding(UNSOLVED, N_("It is not solved"), "问题未解决", worry=True)), domain="grid"),
)
