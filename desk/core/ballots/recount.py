"""Recount a result file with nothing of the desk: only the standard library, no engine, no rounding (desk recount FILE).

Anybody may read these lines, or write her own: add up the sorted choices, compare the fractions, follow the log's chain.
"""

import hashlib
import json
import sys
from fractions import Fraction
from typing import Any


def recount(text: str) -> tuple[dict[str, str], list[str]]:
    """Answer (question id → outcome, faults). Faults name what the file says and the choices do not."""
    file: dict[str, Any] = json.loads(text)
    check = file.pop("check")
    said = hashlib.sha256(json.dumps(file, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
    faults = [] if check == "-".join(said[at:at + 4] for at in range(0, 16, 4)).upper() else ["check"]
    before = ""
    for line in file["log"]:
        before = hashlib.sha256(f"{before}|{line['n']}|{line['what']}|{line['count']}".encode()).hexdigest()
        faults += [] if line["hash"] == before else [f"log {line['n']}"]
    papers, outcomes = file["papers"], {}
    if papers and (papers["issued"] != papers["used"] + papers["spoiled"] + papers["unused"]
                   or papers["used"] != papers["valid"] + papers["invalid"]):
        faults.append("papers")
    for question in file["questions"]:
        sums: dict[str, dict[str, int]] = {name: {} for name in file["profile"]["measures"]}
        for line in question["choices"]:
            choice, *weights = line.split()
            for name, weight in zip(sums, weights, strict=True):
                sums[name][choice] = sums[name].get(choice, 0) + int(weight)
        for name, counted in sums.items():
            for choice in ("agree", "against", "abstain", "invalid"):
                if counted.get(choice, 0) != question["totals"][name][choice]:
                    faults.append(f"{question['id']} {name} {choice}")
        if papers and file["about"].get("method") == "secret" and len(question["choices"]) != papers["used"]:
            faults.append(f"{question['id']} ballots")
        outcomes[question["id"]] = outcome(file, question["totals"], sums)
        if outcomes[question["id"]] != question["outcome"]:
            faults.append(f"{question['id']} outcome")
    return outcomes, faults


def outcome(file: dict[str, Any], stated: dict[str, Any], sums: dict[str, dict[str, int]]) -> str:
    """Void, no verdict, no quorum, passed or failed, by the profile that the file carries."""
    rule, papers = file["profile"], file["papers"]
    if papers and papers["used"] > papers["issued"]:
        return "void"
    if not (rule["confirmed"] and rule["passing"]):
        return "no_verdict"
    came, agreed = [], []
    for name, counted in sums.items():
        roll, cast, yes = stated[name]["roll"], sum(counted.values()), counted.get("agree", 0)
        present = cast if stated[name]["present"] is None else stated[name]["present"]
        silent, no = roll - present, counted.get("against", 0)
        bases = {"roll": roll, "present": present, "cast": cast}
        came.append(rule["quorum"] is None or reached(rule["quorum"], present, bases))
        if rule["unreturned"] == "majority" and rule["unreturned_clause"] and silent > 0 and yes != no:
            yes, bases = yes + (silent if yes > no else 0), {"roll": roll, "present": roll, "cast": cast + silent}
            came[-1] = rule["quorum"] is None or reached(rule["quorum"], roll, bases)
        agreed.append(reached(rule["passing"], yes, bases))
    for share in rule["shares"]:
        whole, here = file["attendance"].get(share["group"], [-1, -1])
        came.append(whole == 0 or (whole > 0 and reached(share["threshold"], here, {share["threshold"]["base"]: whole})))
    return "no_quorum" if not all(came) else "passed" if all(agreed) else "failed"


def reached(rule: dict[str, Any], part: int, bases: dict[str, int]) -> bool:
    """A fraction of the base, more than it or at least it."""
    whole, share = bases[rule["base"]], Fraction(rule["numerator"], rule["denominator"])
    return whole > 0 and (Fraction(part, whole) > share if rule["strict"] else Fraction(part, whole) >= share)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as opened:
        sys.stdout.write(f"{recount(opened.read())}\n")
