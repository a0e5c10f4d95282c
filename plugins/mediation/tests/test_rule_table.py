"""Rule → guard → test: R1–R23 and the worked examples 1.10, so that none is dropped without this table saying so.

guard: "module:name" under plugins.mediation, what stops her or computes it; a test is named as it stands in the files below.
"""

from importlib import import_module

import pytest

from plugins.mediation.law import RULES
from plugins.mediation.tests import test_dossier, test_effect, test_guards, test_guards_later, test_service

FILES = (test_guards, test_guards_later, test_effect, test_dossier, test_service)

TABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "R1": (("service.intake:_check",), ("test_a_case_begins_by_request_or_initiative",)),
    "R2": (("service.sessions:_check", "service.acceptance:_check", "service.closing:reopen"),
           ("test_a_refusal_on_the_second_session_leaves_only_the_end",
            "test_nothing_is_accepted_against_a_will_or_beside_a_court")),
    "R3": (("service.intake:_check", "service.collecting:save_letter"), ("test_a_transferred_case_names_the_office",)),
    "R4": (("service.acceptance:_check", "service.mediators:replace_mediator"),
           ("test_a_mediator_is_replaced_with_both_names_kept",)),
    "R5": (("service.sessions:_who", "service.plans:save_plan"),
           ("test_guests_take_part_only_with_consent", "test_a_corrected_sitting_keeps_the_guards")),
    "R6": (("service.intake:_check",), ("test_what_touches_privacy_is_not_public",)),
    "R7": (("service.sessions:_who", "pages.missing:_telling"), ("test_rights_are_told_before_the_first_session",)),
    "R8": (("service.escalations:save_escalation", "pages.missing:_danger"), ("test_possible_crime_is_reported",)),
    "R9": (("service.closing:terminate", "service.closing:close_dispute", "service.sessions:_how"),
           ("test_a_failure_tells_the_other_ways",)),
    "R10": (("service.dossier:file_case", "pages.dossier_missing:dossier_missing"),
            ("test_the_checker_names_what_is_missing_and_filing_waits_for_it",)),
    "R11": (("service.agreements:must_be_written",),
            ("test_some_agreements_must_be_written", "test_the_setting_lets_oral_agreements_be")),
    "R12": (("service.agreements:check_content",), ("test_an_agreement_needs_facts_clauses_and_terms",)),
    "R13": (("effect:written_effect", "service.signing:sign_agreement", "service.intake:_keep_signed"),
            ("test_a_written_agreement_takes_effect_on_the_last_signature_or_seal",
             "test_nothing_takes_effect_while_one_is_lacking", "test_who_has_signed_stays_a_party",
             "test_a_mistake_after_sealing_becomes_a_supplement")),
    "R14": (("service.agreements:write_content",), ("test_the_written_example", "test_five_residents_against_one_company")),
    "R15": (("effect:oral_effect", "service.signing:agree_orally"),
            ("test_an_oral_agreement_takes_effect_when_reached_and_may_be_written_down",)),
    "R16": (("service.performance:mark_performed", "service.closing:close_dispute", "service.collecting:save_visit"),
            ("test_three_instalments_the_second_unpaid",
             "test_a_visit_that_finds_an_unpaid_instalment_asks_for_measures")),
    "R17": (("service.performance:note_breach", "service.closing:close_dispute"),
            ("test_nobody_performs_and_the_parties_learn_that_they_may_sue",)),
    "R18": (("service.confirming:apply_confirmation", "service.forum:check_forum"),
            ("test_the_court_is_asked_together_and_in_time", "test_the_court_that_invited_is_the_court_to_ask",
             "test_a_ground_of_jurisdiction_stands_in_the_record")),
    "R19": (("service.confirming:enter_decision", "service.versions:revise_agreement"),
            ("test_a_rejected_agreement_gets_a_second_version",)),
    "R20": (("parties:_check_one",), ("test_a_party_of_sixteen_has_a_guardian_on_every_signature",
                                      "test_nothing_is_taken_for_granted_of_a_limited_adult")),
    "R21": (("parties:_check_agents", "service.signing:_check"),
            ("test_an_agent_signs_only_with_special_powers", "test_agents_are_at_most_two_and_have_powers")),
    "R22": (("parties:_too_many",), ("test_five_residents_against_one_company",
                                     "test_settings_move_the_number_of_representatives")),
    "R23": (("parties:_check_unit", "service.signing:sign_agreement"),
            ("test_a_unit_needs_code_and_representative", "test_a_units_agreement_waits_for_the_units_own_seal")),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "two parties, one refuses on the second session": ("test_a_refusal_on_the_second_session_leaves_only_the_end",),
    "written agreement, last date counts": ("test_the_written_example", "test_weekends_may_be_set_not_to_move_the_last_day"),
    "oral agreement, confirmation wanted": (
        "test_the_oral_example", "test_an_oral_agreement_takes_effect_when_reached_and_may_be_written_down"),
    "adoption, marriage, right in property": ("test_what_courts_do_not_confirm_has_no_reminder_and_says_why",),
    "party aged sixteen": ("test_a_party_of_sixteen_has_a_guardian_on_every_signature",),
    "five residents against one company": (
        "test_five_residents_against_one_company", "test_a_units_agreement_waits_for_the_units_own_seal"),
    "three instalments, second unpaid": (
        "test_three_instalments_the_second_unpaid", "test_a_visit_that_finds_an_unpaid_instalment_asks_for_measures"),
    "changed after the court's rejection": (
        "test_a_rejected_agreement_gets_a_second_version", "test_numbers_of_later_versions_follow_the_setting"),
    "31st day": ("test_on_the_31st_day_only_more_time_or_the_end", "test_the_31st_day_may_end_it",
                 "test_more_time_needs_everybody"),
    "mediator replaced at a wish": (
        "test_a_mediator_is_replaced_with_both_names_kept", "test_a_mediator_replaced_at_a_wish_leaves_names_reason_and_day"),
}


def known(name):
    return any(callable(getattr(file, name, None)) for file in FILES)


def test_every_rule_and_every_example_has_its_row():
    assert list(TABLE) == [f"R{number}" for number in range(1, 24)]
    assert set(TABLE) <= set(RULES)
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("code", TABLE)
def test_a_rule_has_a_guard_a_law_and_a_test(code):
    guards, tests = TABLE[code]
    for guard in guards:
        module, name = guard.split(":")
        assert callable(getattr(import_module(f"plugins.mediation.{module}"), name))
    assert RULES[code].source
    assert all(known(name) for name in tests), [name for name in tests if not known(name)]


@pytest.mark.parametrize("row", EXAMPLES)
def test_an_example_is_tried(row):
    assert EXAMPLES[row]
    assert all(known(name) for name in EXAMPLES[row])
