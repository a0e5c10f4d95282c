"""The desk's own modules of contributions that need no Qt: the command line knows the same papers, series and kinds."""

from desk.shell import board, registers, rounds
from desk.shell.kit import house
from desk.shell.people import builtin as people
from desk.shell.scores import contributed as scores
from desk.shell.statistics import builtin as statistics

WITHOUT_QT = (house, people, registers, board, rounds, scores, statistics)
