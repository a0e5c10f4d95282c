"""The forms of hours, papers, points, market and orders."""

from typing import Any

from desk.api import N_
from desk.api.pages import Field, FormSpec, Section
from plugins.volunteer.drafts import (
    AdjustmentDraft,
    CertificateDraft,
    CorrectionDraft,
    DecisionDraft,
    DonationDraft,
    DoneDraft,
    GoodsDraft,
    OrderDraft,
    RatingDraft,
    RuleDraft,
    SignUpDraft,
    StarDraft,
    StocktakeDraft,
    TimesDraft,
)
from plugins.volunteer.kinds import SERVICES, SKILLS, STYLES
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.forms import WHO, ending, picked
from plugins.volunteer.service.counting import take_stock
from plugins.volunteer.service.hours import (
    confirm_sheet,
    correct_hours,
    enter_hours,
    object_to_hours,
    publish_hours,
)
from plugins.volunteer.service.market import take_back
from plugins.volunteer.service.mending import confirm_line, mend_times
from plugins.volunteer.service.ordering import (
    finish_order,
    give_order_back,
    offer_order,
    place_order,
    rate_order,
    refuse_order,
    take_order,
)
from plugins.volunteer.service.points import ask_adjustment, decide_adjustment, points_typed, set_rule
from plugins.volunteer.service.proving import certify, grant_star, void_certificate
from plugins.volunteer.service.stock import save_goods, take_donation

BOARD = "社区公示栏"
STEPS = ((10, N_("whole points")), (5, N_("half points")), (1, N_("tenths of a point")))


def simple(form_id: str, title: str, save: Any, draft: Any, *fields: Field, load: Any = starting.just_id, after: str = "",
          help: str = "", makes: bool = False) -> FormSpec:
    """A form with one block of fields; draft: its class, or how it is made from the values; makes: see FormSpec."""
    make = draft if not isinstance(draft, type) else lambda values: picked(draft, values)
    return FormSpec(id=f"volunteer.{form_id}", title=title, domain="volunteer", save=save, load=load, after=after,
                    sections=(Section("", fields, help=help),), make_draft=make, makes=makes)


def tenths(values: dict[str, Any], source: str, target: str) -> dict[str, Any]:
    """Points as typed become tenths. Raises UserError beside the field."""
    return values | {target: points_typed(str(values.get(source) or ""), source)}


CONFIRM_FORM = simple("confirm_form", N_("Confirm the sheet"), confirm_sheet, lambda values: values["id"],
                     help=N_("The leader says that everybody was there as written."))
PUBLISH_FORM = simple("publish_form", N_("Publish confirmed hours"), publish_hours,
                     lambda values: values.get("place") or BOARD,
                     Field("place", N_("Where it hangs"), default=BOARD))
ENTER_FORM = simple("enter_form", N_("Enter the hours"), enter_hours, lambda values: values["id"],
                   help=N_("What was not objected to is entered and earns points."))
OBJECT_FORM = ending("object_form", N_("Somebody objects"), object_to_hours)
TIMES_FORM = simple("times_form", N_("Mend the times"), mend_times, TimesDraft,
                   Field("started_at", N_("From"), "datetime", True), Field("ended_at", N_("To"), "datetime", True),
                   Field("unserved", N_("Minutes of travel and breaks"), "number", default=0),
                   Field("reason", N_("Reason"), required=True), Field("witness", N_("Witness")), load=starting.times,
                   after="volunteer.pair", makes=True,
                   help=N_("The line is struck out and stands anew with these times; then it is confirmed again."))
LINE_FORM = ending("line_form", N_("Confirm this line"), confirm_line, reason=N_("What was found"), required=False)
CORRECT_FORM = simple("correct_form", N_("Correct entered hours"), correct_hours, CorrectionDraft,
                     Field("what", N_("Points"), "note"),
                     Field("minutes", N_("Served minutes"), "number", True), Field("reason", N_("Reason"), required=True),
                     Field("witness", N_("Witness")), load=starting.correction)
CERTIFY_FORM = simple("certify_form", N_("Issue a certificate"), certify, CertificateDraft,
                     Field("what", N_("Hours"), "note"),
                     Field("first", N_("From"), "date", help=N_("Blank: since the first entry")),
                     Field("last", N_("To"), "date"), Field("purpose", N_("For what")),
                     Field("organisation", N_("Recorded by (blank: this community)")),
                     Field("responsible", N_("Person in charge (signs)"), required=True),
                     Field("handler", N_("Handled by (signs)"), required=True),
                     Field("contact", N_("Phone of the community"),
                           help=N_("Stands on the certificate for who asks about it.")),
                     load=starting.certificate, after="volunteer.certificate", makes=True)
VOID_FORM = ending("void_form", N_("Declare a certificate void"), void_certificate, after="volunteer.volunteer")
STAR_FORM = simple("star_form", N_("Grant a star"), grant_star, StarDraft,
                  Field("level", N_("Level"), "choice", True, choices=starting.levels),
                  Field("by", N_("Granted by")), Field("note", N_("Note")), load=starting.star, after="volunteer.volunteer")
RULE_FORM = simple("rule_form", N_("Rule of earning points"), set_rule,
                  lambda values: picked(RuleDraft, tenths(values, "points", "per_hour"), kind=values.get("kind") or ""),
                  Field("kind", N_("Kind of service"), "choice", choices=(("", N_("All others")), *SERVICES), default=""),
                  Field("points", N_("Points an hour"), required=True, width=120, help=N_("Also half ones and tenths: 1.5")),
                  Field("step", N_("Each line is rounded down to"), "choice", choices=STEPS, default=10),
                  Field("cap_activity", N_("Minutes that count in one activity (0: all)"), "number", default=0),
                  Field("cap_day", N_("Minutes that count on one day (0: all)"), "number", default=0),
                  Field("months", N_("Points may be used for so many months (0: always)"), "number"),
                  Field("year_end", N_("Points end with the year"), "bool", default=False),
                  Field("valid_from", N_("Holds from"), "date", True), Field("source", N_("Decided by")), load=starting.rule)
ADJUST_FORM = simple("adjust_form", N_("Ask for an adjustment"), ask_adjustment,
                    lambda values: picked(AdjustmentDraft, tenths(values, "points", "amount")),
                    Field("points", N_("Points (minus takes away)"), required=True, width=120),
                    Field("reason", N_("Reason"), required=True),
                    after="volunteer.volunteer", help=N_("Somebody else has to decide."))
DECIDE_FORM = simple("decide_form", N_("Decide on an adjustment"), decide_adjustment, DecisionDraft,
                    Field("grant", N_("Grant it"), "bool", default=True), after="volunteer.volunteer")

GOODS_FORM = simple("goods_form", N_("Goods"), save_goods,
                    lambda values: picked(GoodsDraft, tenths(values, "points", "points")),
                   Field("code", N_("Code"), required=True, help=N_("One to three digits, as typed at the counter.")),
                   Field("name", N_("Name"), required=True), Field("unit", N_("Unit")),
                   Field("points", N_("Points"), required=True, width=120),
                   Field("limit", N_("Pieces a person (0: any number)"), "number", default=0),
                   Field("limit_days", N_("in so many days"), "number"), load=starting.goods, after="volunteer.goods")
DONATION_FORM = simple("donation_form", N_("Goods come in"), take_donation, DonationDraft,
                      Field("donor", N_("Donor"), required=True), Field("quantity", N_("Quantity"), "number", True),
                      Field("value_fen", N_("Value"), "money"), Field("best_before", N_("Best before"), "date"),
                      after="volunteer.goods")
STOCK_FORM = simple("stock_form", N_("Take stock"), take_stock, StocktakeDraft,
                   Field("counted", N_("Counted"), "number", True), Field("reason", N_("Why it differs")),
                   load=starting.stocktake, after="volunteer.goods")
RETURN_FORM = ending("return_form", N_("Take goods back"), take_back)

ORDER_FORM = simple("order_form", N_("Write an order down"), place_order, OrderDraft,
                   Field("person_id", N_("From the register"), "person"),
                   Field("asker", N_("Name"), help=N_("Leave blank to take it from the register.")),
                   Field("contact", N_("Phone"), "phone"), Field("address", N_("Address (only the helper sees it)")),
                   Field("area_id", N_("Area"), "place"), Field("skill", N_("Needs"), "choice",
                                                               choices=(("", N_("Anybody")), *SKILLS), default=""),
                   Field("style", N_("Style of neighbour help"), "choice", choices=STYLES, default=""),
                   Field("wish", N_("Wish"), "lines", True), Field("wanted_at", N_("From"), "datetime", True),
                   Field("wanted_until", N_("To"), "datetime", True), load=starting.order, after="volunteer.order")
OFFER_FORM = ending("offer_form", N_("Checked: offer it"), offer_order, reason=N_("Note"), required=False,
                    after="volunteer.order")
REFUSE_FORM = ending("order_refuse_form", N_("Refuse the order"), refuse_order, after="volunteer.order")
TAKE_FORM = simple("take_form", N_("Somebody takes it"), take_order, SignUpDraft, WHO, after="volunteer.order")
BACK_FORM = ending("back_form", N_("The helper cannot come"), give_order_back, after="volunteer.order")
DONE_FORM = simple("done_form", N_("It is done"), finish_order, DoneDraft, Field("started_at", N_("From"), "datetime", True),
                  Field("ended_at", N_("To"), "datetime", True), load=starting.done, after="volunteer.order")
RATE_FORM = simple("rate_form", N_("The resident rates"), rate_order, RatingDraft,
                  Field("rating", N_("Stars (1 to 5)"), "number", True, default=5),
                  Field("praise", N_("What was said"), "lines"),
                  after="volunteer.order")
