"""Names and words of estates and committees."""

from desk.api import N_

ESTATE, UNIT, COMMITTEE = "consultation.estate", "consultation.unit", "consultation.committee"
READ, WRITE, CONDUCT = "consultation.topic.read", "consultation.topic.write", "desk.votes.conduct"

STATES = (("preparing", N_("Being prepared")),
          ("elected", N_("Elected, not filed yet")), ("filed", N_("Filed with the office")),
          ("ended", N_("Term ended")))
DECISION, MEETING = "consultation.committee_decision", "owners_committee"
POSTS = (("director", N_("Director")), ("deputy", N_("Deputy director")), ("member", N_("Member")),
         ("substitute", N_("Substitute member")))
POST_PAPERS = {"director": "主任", "deputy": "副主任", "member": "委员", "substitute": "候补委员"}
SOURCES = (("register", N_("Real estate register")), ("survey", N_("Survey")), ("contract", N_("Sales contract")))
SOURCE_PAPERS = {"register": "不动产登记", "survey": "测绘", "contract": "合同"}
RULES = ("owners_ordinary", "owners_heavy", "home_to_business")
"""Rule profiles an owners' vote may follow."""
