"""Words of volunteering: kinds of service, skills, themes of teams, states."""

from desk.api import N_, Tone

VOLUNTEER, ACTIVITY, ORDER, GOODS = "volunteer.volunteer", "volunteer.activity", "volunteer.order", "volunteer.goods"
READ, WRITE, HOURS = "volunteer.read", "volunteer.write", "volunteer.hours"
CERTIFY, POINTS, MARKET = "volunteer.certify", "volunteer.points", "volunteer.market"

SERVICES = (
    ("community", N_("Community service")), ("poor", N_("Help for the poor")), ("teaching", N_("Help with study")),
    ("health", N_("Health")), ("law", N_("Legal service")), ("environment", N_("Environment")),
    ("science", N_("Science")), ("culture", N_("Culture and arts")), ("safety", N_("Safety patrol")),
    ("manners", N_("Good manners")), ("traffic", N_("Traffic guidance")), ("fire", N_("Fire protection")),
    ("rescue", N_("Emergency rescue")), ("elderly", N_("Care for the old")), ("disabled", N_("Help for the disabled")),
    ("children", N_("Care for children")), ("event", N_("Large events")), ("other", N_("Other")),
)
SKILLS = (
    ("hair", N_("Haircuts")), ("repair", N_("Repair of appliances")), ("mending", N_("Mending clothes and shoes")),
    ("knives", N_("Sharpening knives")), ("medical", N_("Medical care")), ("mind", N_("Counselling")),
    ("law", N_("Law")), ("mediation", N_("Mediation")), ("teaching", N_("Teaching")), ("computer", N_("Phones and computers")),
    ("driving", N_("Driving")), ("art", N_("Art and music")), ("cooking", N_("Cooking")), ("language", N_("Languages")),
)
FORMS = (("service", N_("Service")), ("fair", N_("Convenience fair")), ("campaign", N_("Campaign")),
         ("training", N_("Training")), ("recruitment", N_("Recruitment")))
HAZARDS = (("none", N_("Nothing dangerous")), ("risky", N_("Dangerous: insurance first")),
           ("emergency", N_("Emergency rescue: no minors")))
TEAM_KINDS = (("team", N_("Team")), ("post", N_("Service post")), ("studio", N_("Named studio")),
              ("silver", N_("Studio of the retired")), ("neighbour", N_("Neighbour team")),
              ("project", N_("Project of social workers and volunteers")))
STUDIOS = ("studio", "silver")
STYLES = (("", N_("No style")), ("linked", N_("Linked")), ("turn", N_("In turn")), ("group", N_("In groups")),
          ("menu", N_("From the menu")), ("pair", N_("In pairs")), ("both", N_("Both ways")))
"""六式: 联动、轮值、组团、菜单、结对、双向."""
ENTRY_KINDS = (("visit", N_("Visit")), ("session", N_("Session")), ("review", N_("Yearly review")))
MEMBER_STATES = {"claimed": (N_("To be accepted"), Tone.WAITING), "serving": (N_("Serving"), Tone.OPEN),
                 "ended": (N_("Ended"), Tone.MUTED), "refused": (N_("Refused"), Tone.MUTED)}
APPLICANT_STATES = {"left": (N_("To be called back"), Tone.WAITING), "called": (N_("Called back"), Tone.OPEN),
                    "registered": (N_("Registered"), Tone.DONE), "declined": (N_("Does not want to"), Tone.MUTED),
                    "forgotten": (N_("Data erased"), Tone.MUTED)}
MEMBER_ROLES = (("leader", N_("Leader")), ("deputy", N_("Deputy")), ("member", N_("Member")))
VOLUNTEER_STATES = {"active": (N_("Active"), Tone.OPEN), "paused": (N_("Paused"), Tone.WAITING),
                    "left": (N_("Left"), Tone.MUTED), "family": (N_("Family record"), Tone.WAITING)}
ACTIVITY_STATES = {"planned": (N_("Planned"), Tone.WAITING), "published": (N_("Published"), Tone.OPEN),
                   "held": (N_("Held"), Tone.OPEN), "closed": (N_("Closed"), Tone.DONE),
                   "cancelled": (N_("Cancelled"), Tone.MUTED)}
PAIR_STATES = {"open": (N_("Signed in"), Tone.OPEN), "closed": (N_("Signed out"), Tone.WAITING),
               "confirmed": (N_("Confirmed"), Tone.OPEN), "published": (N_("On the board"), Tone.OPEN),
               "entered": (N_("Entered"), Tone.DONE), "struck": (N_("Struck out"), Tone.MUTED)}
ORDER_STATES = {"placed": (N_("To be checked"), Tone.WAITING), "refused": (N_("Refused"), Tone.MUTED),
                "offered": (N_("Offered"), Tone.OPEN), "taken": (N_("Taken"), Tone.OPEN), "done": (N_("Done"), Tone.WAITING),
                "rated": (N_("Rated"), Tone.DONE), "cancelled": (N_("Cancelled"), Tone.MUTED)}


def title_of(table: tuple[tuple[str, str], ...], code: str) -> str:
    """English title of a code, the code itself when nobody knows it."""
    return dict(table).get(code, code)
