"""What the audit trail's short names mean, as words. No Qt.

A plugin's own actions are looked up by their names in its catalogue ("mediation.accept"), so a plugin gives their words there.
"""

from typing import Any

from desk.core.actor import system_actor
from desk.core.cases.registry import case_kinds, texts
from desk.core.i18n import N_, _, translator

ACTIONS: dict[str, str] = {
    "ballots.add_proxy": N_("Entered a proxy"),
    "ballots.begin_hands": N_("Began a vote by hands"),
    "ballots.close": N_("Closed a vote"),
    "ballots.count": N_("Counted a vote"),
    "ballots.drop_outside": N_("Took an e-voting platform's result back"),
    "ballots.elect": N_("Settled an election"),
    "ballots.end_giving": N_("Ended the handing out of ballots"),
    "ballots.enter": N_("Entered ballots"),
    "ballots.freeze": N_("Froze the roll"),
    "ballots.give": N_("Handed out a ballot"),
    "ballots.hand_paper": N_("Handed out a paper"),
    "ballots.hands": N_("Counted hands"),
    "ballots.make_pile": N_("Prepared ballots"),
    "ballots.note_change": N_("Noted a change of the roll"),
    "ballots.number": N_("Numbered a vote"),
    "ballots.open": N_("Opened a vote"),
    "ballots.recount": N_("Counted a vote anew"),
    "ballots.reverse": N_("Took an entry back"),
    "ballots.save_profile": N_("Changed the rules of a vote"),
    "ballots.sign_in": N_("Signed somebody in"),
    "ballots.take_back": N_("Took a ballot back"),
    "ballots.take_outside": N_("Took an e-voting platform's result in"),
    "ballots.void": N_("Voided a ballot"),
    "calendar.change_workday": N_("Changed a day of the working calendar"),
    "calendar.import_workdays": N_("Brought a year into the working calendar"),
    "calendar.restore_year": N_("Went back to the published calendar"),
    "cases.add_party": N_("Added a party"), "cases.assign": N_("Handed the matter over"),
    "cases.change": N_("Changed the matter"), "cases.clock": N_("Changed a deadline"),
    "cases.let_see": N_("Let a colleague see the matter"), "cases.link": N_("Linked the matter"),
    "cases.move": N_("Moved the matter on"), "cases.note": N_("Wrote a note"), "cases.open": N_("Opened the matter"),
    "cases.read": N_("Read a confidential matter"), "cases.remove_party": N_("Removed a party"),
    "cases.set_clock": N_("Set a deadline"),
    "cases.set_number": N_("Gave the matter its number"),
    "cases.stop_seeing": N_("Took a colleague's sight of the matter away"), "cases.take_back": N_("Took imported matters back"),
    "cases.unlink": N_("Unlinked the matter"),
    "backup.restore": N_("Got the data back from a backup"), "desk.set_up": N_("Set the desk up"),
    "files.attach": N_("Attached a file"), "files.remove": N_("Removed a file"), "files.rename": N_("Renamed a file"),
    "import.taken_over": N_("Brought in a list"), "import.undone": N_("Undid an import"),
    "meetings.call": N_("Called a meeting"),
    "meetings.decision_done": N_("Noted a decision as carried out"),
    "meetings.write_minutes": N_("Wrote minutes"),
    "notices.answer": N_("Answered a comment"),
    "notices.answer_privately": N_("Answered somebody privately"),
    "notices.close": N_("Ended a notice"),
    "notices.comment": N_("Noted a comment"),
    "notices.hang": N_("Posted a notice"),
    "notices.pull": N_("Withdrew a notice"),
    "notices.reply": N_("Answered a comment"),
    "notices.take_down": N_("Ended a notice"),
    "notices.post": N_("Posted a notice"),
    "notices.withdraw": N_("Withdrew a notice"),
    "notices.write": N_("Wrote a notice"),
    "numbers.change_series": N_("Changed a number series"), "numbers.give": N_("Gave a number"),
    "numbers.void": N_("Voided a number"),
    "organisations.appoint": N_("Gave somebody a post"), "organisations.change": N_("Changed an organisation"),
    "organisations.change_appointment": N_("Changed an appointment"), "organisations.close": N_("Closed an organisation"),
    "organisations.end_appointment": N_("Ended an appointment"),
    "organisations.register": N_("Registered an organisation"),
    "organisations.reopen": N_("Opened an organisation again"),
    "papers.issue": N_("Printed a paper"), "papers.reprint": N_("Printed a paper again"),
    "people.add_paper": N_("Added an identity paper"), "people.add_phone": N_("Added a phone number"),
    "people.change": N_("Changed a resident"), "people.change_household": N_("Changed a household"),
    "people.death": N_("Noted a death"), "people.erase": N_("Erased a resident's data"),
    "people.export": N_("Took a list of residents out"), "people.merge": N_("Merged two residents"),
    "people.move_in": N_("Noted a moving in"), "people.undo_relocation": N_("Took a move back"),
    "people.move_out": N_("Noted a moving out"), "people.note_visit": N_("Noted a visit"),
    "people.put_in_household": N_("Put a resident into a household"), "people.register": N_("Registered a resident"),
    "people.register_household": N_("Registered a household"), "people.remove": N_("Removed a number of a resident"),
    "people.remove_paper": N_("Removed an identity paper"), "people.remove_phone": N_("Removed a phone number"),
    "people.return": N_("Noted a return"), "people.reveal": N_("Saw a full number"),
    "people.unmerge": N_("Parted two merged residents"),
    "people.used_for_paper": N_("Used a resident's numbers for a paper"),
    "places.add_area": N_("Added an area"), "places.add_venue": N_("Added a venue"), "places.book": N_("Booked a venue"),
    "places.cancel_booking": N_("Cancelled a booking"), "places.change_area": N_("Changed an area"),
    "places.change_booking": N_("Changed a booking"), "places.change_venue": N_("Changed a venue"),
    "places.close_area": N_("Closed an area"), "places.close_venue": N_("Closed a venue"),
    "places.reopen_area": N_("Opened an area again"),
    "plugins.switch": N_("Switched a plugin"), "plugins.carry_out": N_("Changed the plugins"),
    "plugins.install": N_("Installed a plugin"), "plugins.roll_back": N_("Went back to a plugin's previous version"),
    "plugins.remove": N_("Removed a plugin"),
    "plugins.trust_key": N_("Trusted a publisher's key"), "plugins.change_trust": N_("Changed the list of publishers"),
    "plugins.take_in_trail": N_("Took in what was done at the command line"),
    "plugins.distrust": N_("Trusted a publisher's key no longer"), "plugins.block": N_("Blocked a plugin or a key"),
    "plugins.unblock": N_("Took a plugin or a key off the block list"),
    "roster.save": N_("Changed a duty roster"), "roster.swap": N_("Swapped two duties"),
    "schedules.add": N_("Made a schedule"), "schedules.change": N_("Changed a schedule"),
    "schedules.pause": N_("Paused a schedule"), "schedules.reopen": N_("Opened a time of a schedule again"),
    "schedules.resume": N_("Resumed a schedule"), "schedules.settle": N_("Settled a time of a schedule"),
    "scores.add_raters": N_("Added raters"),
    "scores.close": N_("Counted a round of scoring"),
    "scores.decide": N_("Decided who is honoured"),
    "scores.enter": N_("Entered a score sheet"),
    "scores.plan": N_("Planned a round of scoring"),
    "scores.publish": N_("Posted the result of a round"),
    "scores.reopen": N_("Took the count of a round back"),
    "scores.save_sheet": N_("Changed a score sheet"),
    "scores.set_raters": N_("Set who rates"),
    "scores.set_subjects": N_("Set what is judged"),
    "scores.take_candidates": N_("Took candidates from the records"),
    "scores.start": N_("Opened a round of scoring"),
    "scores.take_out": N_("Took somebody out of a round"),
    "scores.void": N_("Declared a round void"),
    "scores.withdraw_award": N_("Took an honour back"),
    "plugins.archive": N_("Archived a plugin's data"), "plugins.purge": N_("Deleted a plugin's data"),
    "plugins.reveal": N_("Looked at a masked value"),
    "settings.change": N_("Changed settings"),
    "statistics.correct": N_("Corrected frozen figures"), "statistics.freeze": N_("Froze the figures of a month"),
    "tables.add": N_("Registered"), "tables.move": N_("Moved on"), "tables.put_back": N_("Put back"),
    "tables.remove": N_("Taken out"), "tables.reveal": N_("Looked at a masked value"), "tables.save": N_("Changed"),
    "setup.apply": N_("Took a set-up over"),
    "staff.change_account": N_("Changed an account"), "staff.change_own_password": N_("Changed her own password"),
    "staff.follow_grid": N_("Let an account follow its grid"),
    "places.split_grid": N_("Split a grid"), "places.merge_grids": N_("Merged grids"),
    "staff.copy_role": N_("Copied a role"), "staff.delete_role": N_("Deleted a role"),
    "staff.close_account": N_("Closed an account"), "staff.create_account": N_("Made an account"),
    "staff.reopen_account": N_("Opened an account again"), "staff.set_password": N_("Set a password"),
    "staff.set_role": N_("Changed a role"), "staff.sign_in_refused": N_("Was refused at sign-in"),
    "staff.signed_in": N_("Signed in"), "staff.signed_out": N_("Signed out"),
    "staff.unlock_account": N_("Unlocked an account"),
    "timesheets.enter": N_("Entered hours"),
    "timesheets.object": N_("Noted an objection to hours"),
    "timesheets.reopen": N_("Took a sign-out back"),
    "timesheets.strike": N_("Struck hours"),
    "visits.cancel": N_("Called a visit off"), "visits.end_follow_up": N_("Ended a follow-up"),
    "visits.led_to": N_("Noted what a visit led to"), "visits.plan": N_("Planned a visit"),
    "visits.record": N_("Recorded a visit"),
}
SYSTEM = system_actor().name
KINDS: dict[str, str] = {
    "person": N_("Resident"), "household": N_("Household"), "organisation": N_("Organisation"),
    "appointment": N_("Appointment"), "area": N_("Area of the community"), "venue": N_("Venue"), "booking": N_("Booking"),
    "staff_user": N_("Account"), "role": N_("Role"), "print": N_("Printed paper"), "number": N_("Number"),
    "workday": N_("Working calendar"), "setting": N_("Settings"),
    "statistics_month": N_("Frozen month"),
    "statistics_correction": N_("Correction of figures"), "statistics_report": N_("Table of figures"),
    "file": N_("File"), "plugin": N_("Plugin"),
    "ballot.profile": N_("Rules of a vote"),
    "ballot.vote": N_("Vote"),
    "gathering": N_("Meeting"),
    "notice": N_("Notice"),
    "notice.comment": N_("Comment"),
    "ledger_account": N_("Points account"),
    "score.award": N_("Honour"),
    "score.rater": N_("Rater"),
    "score.round": N_("Round of scoring"),
    "score.sheet": N_("Score sheet"),
    "time_entry": N_("Hours"),
    "time_pair": N_("Time in and out"),
    "time_publication": N_("Posted hours"),
    "import_batch": N_("Import"),
    "case": N_("Matter"), "visit": N_("Visit"), "schedule": N_("Schedule"), "duty": N_("Duty"),
    "community": N_("Community"),
    "attachment": N_("File"),
    "import": N_("Import"), "person_merge": N_("Merging"),
}
DETAILS: dict[str, str] = {
    "reason": N_("reason: {value}"), "text": "{value}", "number": "{value}", "copies": N_("copies: {value}"),
    "year": N_("year: {value}"), "day": N_("day: {value}"), "on": N_("on {value}"), "post": "{value}",
    "failures": N_("wrong passwords in a row: {value}"), "days": N_("days: {value}"), "rows": N_("lines: {value}"),
    "people": N_("people: {value}"), "rating": N_("stars: {value}"),
    "name": "{value}", "listed": "{value}", "fingerprint": N_("fingerprint: {value}"),
    "grid": "{value}", "goes": "{value}", "accounts": N_("accounts: {value}"),
    "code": "{value}", "template": "{value}", "plugin": "{value}",
}
"""Details worth a word; the others (hashes, ids, names of columns) are for the check, not for reading."""


def action_words(action: str) -> str:
    """An action in words; its short name when nobody gave it any."""
    known = ACTIONS.get(action)
    return _(known) if known else translator(action.partition(".")[0])(action)


def actor_words(name: str, kind: str) -> str:
    """Who did it; kind: "user", "operator" (command line) or "system"."""
    if kind == "operator":
        return _("{name} (command line)").format(name=name)
    return _("The system") if kind == "system" and name == SYSTEM else name


def record_words(kind: str, record_id: int | None) -> str:
    """居民 12, or the kind alone."""
    declared = case_kinds().find(kind)
    name = texts(kind)(declared.title) if declared else _(KINDS[kind]) if kind in KINDS else texts(kind)(kind)
    return name if record_id is None else f"{name} {record_id}"


def detail_words(detail: dict[str, Any]) -> str:
    """What the line says besides, as far as it is for reading."""
    return " · ".join(_(DETAILS[name]).format(value=value) for name, value in detail.items()
                      if name in DETAILS and value not in (None, "", 0))


def actions_like(text: str) -> tuple[str, ...]:
    """Actions of the desk's own whose words hold `text`."""
    return tuple(action for action, words in ACTIONS.items() if text.lower() in _(words).lower())
