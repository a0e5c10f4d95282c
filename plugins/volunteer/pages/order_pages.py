"""Orders beyond their first page: who declines, who no longer wants it."""

from desk.api import N_
from desk.api.pages import FormSpec
from plugins.volunteer.drafts import SignUpDraft
from plugins.volunteer.pages.forms import WHO, ending
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.service.ordering import cancel_order, decline_order

DECLINE_FORM: FormSpec = simple("decline_form", N_("Somebody declines"), decline_order, SignUpDraft, WHO,
                                after="volunteer.order",
                                help=N_("The order is not offered to this volunteer again."))
CANCEL_ORDER_FORM = ending("cancel_order_form", N_("The resident no longer wants it"), cancel_order, after="volunteer.order")
