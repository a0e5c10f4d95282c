"""The short names that this plugin writes into the audit trail; its catalogue gives their words."""

from desk.api import N_

REGISTER = (
    N_("mediation.add_training"), N_("mediation.appoint_mediator"), N_("mediation.assess_mediator"),
    N_("mediation.end_renewal"), N_("mediation.end_term"), N_("mediation.order_renewal"), N_("mediation.save_mediator"),
    N_("mediation.save_room"), N_("mediation.mediator"), N_("mediation.star_room"),
)
ACTIONS = (
    N_("mediation.accept"), N_("mediation.agree_orally"), N_("mediation.apply_confirmation"), N_("mediation.breach"),
    N_("mediation.cancel_plan"), N_("mediation.change"), N_("mediation.change_session"), N_("mediation.draft_agreement"),
    N_("mediation.drop_draft"), N_("mediation.enter_decision"), N_("mediation.extend"), N_("mediation.hand_over"),
    N_("mediation.perform"), N_("mediation.plan"), N_("mediation.record_session"), N_("mediation.register"),
    N_("mediation.reopen"), N_("mediation.resume"),
    N_("mediation.replace_mediator"), N_("mediation.revise"), N_("mediation.save_escalation"),
    N_("mediation.save_investigation"), N_("mediation.sign_agreement"), N_("mediation.supplement"), N_("mediation.take_over"),
    N_("mediation.save_evidence"), N_("mediation.save_deliveries"), N_("mediation.save_visit"), N_("mediation.save_letter"),
    N_("mediation.set_dossier_rows"), N_("mediation.add_scan"), N_("mediation.change_scan"), N_("mediation.remove_scan"),
    N_("mediation.save_file"),
    N_("mediation.export_case"),
    N_("mediation.export_word"), N_("mediation.save_lawsuit"),
    N_("mediation.set_viewers"), N_("mediation.tell_remedies"), N_("mediation.tell_rights"),
    N_("mediation.unperform"),
    N_("mediation.write_down"), N_("mediation.set_codes"),
    N_("mediation.set_allowance_classes"), N_("mediation.make_allowance"), N_("mediation.change_allowance"),
    N_("mediation.confirm_allowance"), N_("mediation.drop_allowance"),
    N_("mediation.save_hazard"), N_("mediation.propose_strike"), N_("mediation.decide_strike"), N_("mediation.pause_hazard"),
    N_("mediation.resume_hazard"), N_("mediation.hazard_to_dispute"), N_("mediation.hazard_back"),
    N_("mediation.relapse_hazard"), N_("mediation.plan_patrols"), N_("mediation.save_patrol"),
    N_("mediation.save_responsibility"), N_("mediation.note_progress"), N_("mediation.put_off"), N_("mediation.release"),
    N_("mediation.save_study"), N_("mediation.save_handover"), N_("mediation.reply_handover"),
    N_("mediation.save_court_matter"), N_("mediation.accept_court_matter"), N_("mediation.return_court_matter"),
    N_("mediation.make_result_copy"), N_("mediation.send_result_copy"), N_("mediation.save_consult"),
    N_("mediation.save_body"), N_("mediation.set_lead_body"), N_("mediation.save_doorstep"),
    N_("mediation.save_lecture"), N_("mediation.save_legal_referral"), N_("mediation.plan_stops"),
    N_("mediation.set_class_plans"), N_("mediation.accept_responsibility"),
    N_("mediation.pause_appraisal"), N_("mediation.resume_appraisal"),
    N_("mediation.register_again"), N_("mediation.set_phrases"),
)
KINDS = (N_("mediation.class_plan"), N_("mediation.lecture"), N_("mediation.legal_referral"), N_("mediation.stop"),
         N_("mediation.phrase"), N_("mediation.study"), N_("mediation.handover"), N_("mediation.court_matter"),
         N_("mediation.result_copy"), N_("mediation.consult"), N_("mediation.body"),
         N_("mediation.patrol"), N_("mediation.responsibility"), N_("mediation.category_code"),
         N_("mediation.session"), N_("mediation.agreement"), N_("mediation.allowance"), N_("mediation.allowance_class"))
CASE_ITSELF = (N_("mediation.set_templates"), N_("mediation.take_word_back"), N_("mediation.agreement_template"),
               N_("mediation.earlier_wording"), N_("mediation.plan_visits"), N_("mediation.set_tracker"),
               N_("mediation.visit_duty"))
