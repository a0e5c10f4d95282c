"""Tables of volunteering, one module a stretch of the way."""

from plugins.volunteer.models.activity import Activity, Role, SignUp
from plugins.volunteer.models.base import Base
from plugins.volunteer.models.batches import CertificateBatch, CertificateItem
from plugins.volunteer.models.counting import StockCount
from plugins.volunteer.models.days import ServiceDay
from plugins.volunteer.models.fairs import Applicant, Contribution, MenuItem, Stall, Wish
from plugins.volunteer.models.handing import HandOver, HandOverLine
from plugins.volunteer.models.market import Donation, Goods, HandOut, Price, Stocktake
from plugins.volunteer.models.orders import Offer, Order
from plugins.volunteer.models.people import Member, OutsideHours, Team, TeamEntry, Volunteer
from plugins.volunteer.models.points import Adjustment, Credit, PointRule, PointsShare
from plugins.volunteer.models.proof import Certificate, StarGrant, StarLevel, StarPlace, StarRound
from plugins.volunteer.models.timebank import TimeDeposit, TimeDraw, TimeGrant

__all__ = [
    "Activity", "Adjustment", "Applicant", "Base", "Certificate", "CertificateBatch", "CertificateItem", "Contribution",
    "Credit", "Donation", "Goods", "HandOut", "HandOver", "HandOverLine", "Member", "MenuItem", "Offer", "Order",
    "OutsideHours", "PointRule", "PointsShare", "Price", "Role", "ServiceDay", "SignUp", "Stall", "StarGrant", "StarLevel",
    "StarPlace", "StarRound", "StockCount", "Stocktake", "Team", "TeamEntry", "TimeDeposit", "TimeDraw",
    "TimeGrant", "Volunteer", "Wish",
]
