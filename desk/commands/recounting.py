"""desk recount FILE: count a result file again by a program that shares nothing with the engine."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desk.commands.call import DONE, REFUSED, Call
from desk.core.errors import UserError
from desk.core.i18n import N_, _

OUTCOMES = {"passed": N_("passed"), "failed": N_("not passed"), "no_quorum": N_("too few took part"), "void": N_("void"),
            "no_verdict": N_("counted only, no verdict")}
MEASURES = {"persons": N_("persons"), "area": N_("area in 0.01 m²"), "shares": N_("shares")}
CHOICES = (("agree", N_("for")), ("against", N_("against")), ("abstain", N_("abstain")), ("invalid", N_("invalid")))


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("file", type=Path, help=_("the result file"))


def run(call: Call) -> int:
    """Exit code 1 when the file does not add up; no data folder is opened."""
    from desk.core.ballots.recount import recount

    path = call.args.file
    if not path.is_file():
        raise UserError(_("There is no file {path}.").format(path=path))
    try:
        text = path.read_text("utf-8")
        outcomes, faults = recount(text)
        lines = told(json.loads(text), outcomes)
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UserError(_("{path} is not a result file of a vote, or it was damaged.").format(path=path)) from fault
    for sentence, data in lines:
        call.say(sentence, **data)
    if faults:
        call.say(_("The file does not add up: {what}.").format(what=_("; ").join(map(fault_words, faults))), faults=faults)
        return REFUSED
    call.say(_("Every number in the file follows from its choices, and its log is whole."), faults=[])
    code = json.loads(text)["check"]
    words = _("Check code {code}: compare it with the printed notice of the result. Another code there means another file.")
    call.say(words.format(code=code), check=code)
    return DONE


def told(file: Mapping[str, Any], outcomes: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """What was counted again, sentence by sentence, with the same as data: the vote, then each question with its sums."""
    about, rule = file["about"], file["profile"]
    found: list[tuple[str, dict[str, Any]]] = [(_("{title}, count {round}, by the rule “{rule}”").format(
        title=about.get("title", ""), round=about.get("round", 1), rule=rule["title"]), {"vote": about.get("vote", "")})]
    for question in file["questions"]:
        sums, outcome = added_up(question["choices"], rule["measures"]), outcomes[question["id"]]
        words = "; ".join(f"{_(MEASURES.get(measure, measure))}: " + ", ".join(
            f"{_(word)} {counted[choice]}" for choice, word in CHOICES) for measure, counted in sums.items())
        found.append((f"{question['id']}. {question['text']}: {_(OUTCOMES[outcome])}({words})",
                      {"question": question["id"], "outcome": outcome, "sums": sums}))
    return found


def added_up(choices: list[str], measures: list[str]) -> dict[str, dict[str, int]]:
    """Measure → choice → sum, from the choices themselves ("agree 1 8950"), not from what the file says they come to."""
    sums = {measure: dict.fromkeys((choice for choice, _word in CHOICES), 0) for measure in measures}
    for line in choices:
        choice, *weights = line.split()
        for measure, weight in zip(measures, weights, strict=True):
            sums[measure][choice] += int(weight)
    return sums


def fault_words(fault: str) -> str:
    """A fault of the recount as a sentence: "1 persons agree" is a sum of question 1."""
    if fault == "check":
        return _("the check code is not that of this file")
    if fault == "papers":
        return _("the ballots printed, used, spoiled and left over do not add up")
    if fault.startswith("log "):
        return _("line {n} of the log was changed").format(n=fault[4:])
    question, _blank, what = fault.partition(" ")
    if what == "outcome":
        return _("question {id} has another outcome").format(id=question)
    if what == "ballots":
        return _("question {id} has more or fewer choices than ballots came back").format(id=question)
    measure, _blank, choice = what.partition(" ")
    return _("question {id} has another sum: {measure}, {choice}").format(
        id=question, measure=_(MEASURES.get(measure, measure)), choice=_(dict(CHOICES).get(choice, choice)))
