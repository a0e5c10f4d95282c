"""Create tables (mediation)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "mediation_0001"
down_revision = None
branch_labels = ('mediation',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('mediation_allowance',
    sa.Column('period', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('confirmed_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_allowance_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_allowance'))
    )
    op.create_index(op.f('ix_mediation_allowance_community_id'), 'mediation_allowance', ['community_id'], unique=False)
    op.create_table('mediation_allowance_class',
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('fits', sa.JSON(), nullable=False),
    sa.Column('fen', sa.BigInteger(), nullable=False),
    sa.Column('needs_performed', sa.Boolean(), nullable=False),
    sa.Column('needs_filed', sa.Boolean(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_allowance_class_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_allowance_class'))
    )
    op.create_index(op.f('ix_mediation_allowance_class_community_id'), 'mediation_allowance_class', ['community_id'], unique=False)
    op.create_table('mediation_body',
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('leader', sa.String(length=60), nullable=False),
    sa.Column('members', sa.String(length=400), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('task', sa.String(length=400), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_body_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_body'))
    )
    op.create_index(op.f('ix_mediation_body_community_id'), 'mediation_body', ['community_id'], unique=False)
    op.create_table('mediation_category_code',
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('five', sa.String(length=20), nullable=False),
    sa.Column('grid_code', sa.String(length=4), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_category_code_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_category_code'))
    )
    op.create_index(op.f('ix_mediation_category_code_category'), 'mediation_category_code', ['category'], unique=False)
    op.create_index(op.f('ix_mediation_category_code_community_id'), 'mediation_category_code', ['community_id'], unique=False)
    op.create_table('mediation_consult',
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('person', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('advice', sa.Text(), nullable=False),
    sa.Column('lawyer', sa.String(length=60), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('referred_to', sa.String(length=120), nullable=False),
    sa.Column('booked_on', sa.Date(), nullable=True),
    sa.Column('reply', sa.String(length=400), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_consult_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_consult'))
    )
    op.create_index(op.f('ix_mediation_consult_community_id'), 'mediation_consult', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_consult_on_date'), 'mediation_consult', ['on_date'], unique=False)
    op.create_table('mediation_dossier_row',
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('need', sa.String(length=10), nullable=False),
    sa.Column('parts', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_dossier_row_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_dossier_row'))
    )
    op.create_index(op.f('ix_mediation_dossier_row_community_id'), 'mediation_dossier_row', ['community_id'], unique=False)
    op.create_table('mediation_phrase',
    sa.Column('use', sa.String(length=40), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_phrase_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_phrase'))
    )
    op.create_index(op.f('ix_mediation_phrase_community_id'), 'mediation_phrase', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_phrase_use'), 'mediation_phrase', ['use'], unique=False)
    op.create_table('mediation_result_copy',
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('addressees', sa.String(length=400), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('receipt', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_result_copy_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_result_copy'))
    )
    op.create_index(op.f('ix_mediation_result_copy_community_id'), 'mediation_result_copy', ['community_id'], unique=False)
    op.create_table('mediation_study',
    sa.Column('owner_kind', sa.String(length=40), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('starts_at', Instant(), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('host', sa.String(length=60), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('units', sa.JSON(), nullable=False),
    sa.Column('analysis', sa.Text(), nullable=False),
    sa.Column('plan', sa.Text(), nullable=False),
    sa.Column('tasks', sa.JSON(), nullable=False),
    sa.Column('held', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_study_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_study'))
    )
    op.create_index(op.f('ix_mediation_study_community_id'), 'mediation_study', ['community_id'], unique=False)
    op.create_index('ix_mediation_study_owner', 'mediation_study', ['owner_kind', 'owner_id'], unique=False)
    op.create_table('mediation_lead_body',
    sa.Column('owner_kind', sa.String(length=40), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('lead_id', BigId, nullable=False),
    sa.Column('joined', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_lead_body_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['lead_id'], ['mediation_body.id'], name=op.f('fk_mediation_lead_body_lead_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_lead_body'))
    )
    op.create_index(op.f('ix_mediation_lead_body_community_id'), 'mediation_lead_body', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_lead_body_lead_id'), 'mediation_lead_body', ['lead_id'], unique=False)
    op.create_index('ix_mediation_lead_body_owner', 'mediation_lead_body', ['owner_kind', 'owner_id'], unique=True)
    op.create_table('mediation_dispute',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('excluded_subject', sa.String(length=20), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('transferred_by', sa.String(length=120), nullable=False),
    sa.Column('transfer_number', sa.String(length=60), nullable=False),
    sa.Column('difficulty', sa.String(length=12), nullable=False),
    sa.Column('scale', sa.String(length=2), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('requests', sa.JSON(), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=True),
    sa.Column('applied_on', sa.Date(), nullable=True),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('open_mediation', sa.Boolean(), nullable=False),
    sa.Column('privacy', sa.Boolean(), nullable=False),
    sa.Column('written_wanted', sa.Boolean(), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('chosen_by', sa.String(length=12), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('rights_told_on', sa.Date(), nullable=True),
    sa.Column('rights_told_how', sa.String(length=12), nullable=False),
    sa.Column('refused_by', BigId, nullable=True),
    sa.Column('remedies_told_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_ground', sa.String(length=20), nullable=False),
    sa.Column('ended_reason', sa.Text(), nullable=False),
    sa.Column('channel', sa.String(length=200), nullable=False),
    sa.Column('breach_note', sa.Text(), nullable=False),
    sa.Column('breach_told_on', sa.Date(), nullable=True),
    sa.Column('undisputed', sa.Text(), nullable=False),
    sa.Column('taken_over', sa.Boolean(), nullable=False),
    sa.Column('grade', sa.String(length=12), nullable=False),
    sa.Column('filed_on', sa.Date(), nullable=True),
    sa.Column('filed_by', sa.String(length=60), nullable=False),
    sa.Column('checked_by', sa.String(length=60), nullable=False),
    sa.Column('file_note', sa.Text(), nullable=False),
    sa.Column('file_remark', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_mediation_dispute_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_dispute_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_dispute')),
    sa.UniqueConstraint('case_id', name=op.f('uq_mediation_dispute_case_id'))
    )
    op.create_index(op.f('ix_mediation_dispute_community_id'), 'mediation_dispute', ['community_id'], unique=False)
    op.create_table('mediation_responsibility',
    sa.Column('owner_kind', sa.String(length=40), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('leader', sa.String(length=60), nullable=False),
    sa.Column('post', sa.String(length=60), nullable=False),
    sa.Column('unit_id', BigId, nullable=True),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('person', sa.String(length=60), nullable=False),
    sa.Column('task', sa.Text(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('extensions', sa.JSON(), nullable=False),
    sa.Column('notes', sa.JSON(), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_responsibility_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['unit_id'], ['core_organisation.id'], name=op.f('fk_mediation_responsibility_unit_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_responsibility'))
    )
    op.create_index(op.f('ix_mediation_responsibility_community_id'), 'mediation_responsibility', ['community_id'], unique=False)
    op.create_index('ix_mediation_responsibility_owner', 'mediation_responsibility', ['owner_kind', 'owner_id'], unique=False)
    op.create_index(op.f('ix_mediation_responsibility_unit_id'), 'mediation_responsibility', ['unit_id'], unique=False)
    op.create_table('mediation_agreement',
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('form', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('supplement', sa.Boolean(), nullable=False),
    sa.Column('old_number', sa.String(length=80), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('performance', sa.Text(), nullable=False),
    sa.Column('at_once', sa.Boolean(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('instalments', sa.JSON(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=True),
    sa.Column('mediator_signed_on', sa.Date(), nullable=True),
    sa.Column('sealed_on', sa.Date(), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('confirm_until', sa.Date(), nullable=True),
    sa.Column('confirm_remind', sa.Date(), nullable=True),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_agreement_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_agreement_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_agreement')),
    sa.UniqueConstraint('dispute_id', 'revision', name=op.f('uq_mediation_agreement_dispute_id_revision'))
    )
    op.create_index(op.f('ix_mediation_agreement_community_id'), 'mediation_agreement', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_agreement_dispute_id'), 'mediation_agreement', ['dispute_id'], unique=False)
    op.create_table('mediation_allowance_line',
    sa.Column('sheet_id', BigId, nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('fen', sa.BigInteger(), nullable=False),
    sa.Column('shares', sa.JSON(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_allowance_line_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_allowance_line_dispute_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['sheet_id'], ['mediation_allowance.id'], name=op.f('fk_mediation_allowance_line_sheet_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_allowance_line')),
    sa.UniqueConstraint('dispute_id', name=op.f('uq_mediation_allowance_line_dispute_id'))
    )
    op.create_index(op.f('ix_mediation_allowance_line_community_id'), 'mediation_allowance_line', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_allowance_line_sheet_id'), 'mediation_allowance_line', ['sheet_id'], unique=False)
    op.create_table('mediation_court_matter',
    sa.Column('court', sa.String(length=120), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('cause', sa.String(length=120), nullable=False),
    sa.Column('plaintiff', sa.String(length=120), nullable=False),
    sa.Column('defendant', sa.String(length=120), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('judge', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=True),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('returned_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_court_matter_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_court_matter_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_court_matter'))
    )
    op.create_index(op.f('ix_mediation_court_matter_community_id'), 'mediation_court_matter', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_court_matter_dispute_id'), 'mediation_court_matter', ['dispute_id'], unique=False)
    op.create_index(op.f('ix_mediation_court_matter_number'), 'mediation_court_matter', ['number'], unique=False)
    op.create_table('mediation_delivery',
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('paper', sa.String(length=120), nullable=False),
    sa.Column('recipient', sa.String(length=120), nullable=False),
    sa.Column('way', sa.String(length=20), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=True),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('taken_by', sa.String(length=60), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_delivery_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_delivery_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_delivery'))
    )
    op.create_index(op.f('ix_mediation_delivery_community_id'), 'mediation_delivery', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_delivery_dispute_id'), 'mediation_delivery', ['dispute_id'], unique=False)
    op.create_table('mediation_escalation',
    sa.Column('noticed_on', sa.Date(), nullable=False),
    sa.Column('level', sa.String(length=12), nullable=False),
    sa.Column('harm', sa.String(length=20), nullable=False),
    sa.Column('people', sa.Integer(), nullable=True),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('measures', sa.Text(), nullable=False),
    sa.Column('reported_to', sa.String(length=120), nullable=False),
    sa.Column('reported_on', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_escalation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_escalation_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_escalation'))
    )
    op.create_index(op.f('ix_mediation_escalation_community_id'), 'mediation_escalation', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_escalation_dispute_id'), 'mediation_escalation', ['dispute_id'], unique=False)
    op.create_table('mediation_evidence',
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=160), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('given_by', sa.String(length=120), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=True),
    sa.Column('original', sa.Boolean(), nullable=False),
    sa.Column('proves', sa.String(length=400), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_evidence_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_evidence_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_evidence'))
    )
    op.create_index(op.f('ix_mediation_evidence_community_id'), 'mediation_evidence', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_evidence_dispute_id'), 'mediation_evidence', ['dispute_id'], unique=False)
    op.create_table('mediation_extension',
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('before', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(length=400), nullable=False),
    sa.Column('agreed', sa.JSON(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_extension_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_extension_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_extension'))
    )
    op.create_index(op.f('ix_mediation_extension_community_id'), 'mediation_extension', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_extension_dispute_id'), 'mediation_extension', ['dispute_id'], unique=False)
    op.create_table('mediation_investigation',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('started_at', Instant(), nullable=False),
    sa.Column('ended_at', Instant(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('attendants', sa.JSON(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('investigators', sa.JSON(), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_investigation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_investigation_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_investigation')),
    sa.UniqueConstraint('dispute_id', 'number', name=op.f('uq_mediation_investigation_dispute_id_number'))
    )
    op.create_index(op.f('ix_mediation_investigation_community_id'), 'mediation_investigation', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_investigation_dispute_id'), 'mediation_investigation', ['dispute_id'], unique=False)
    op.create_table('mediation_letter',
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('office', sa.String(length=120), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_letter_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_letter_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_letter'))
    )
    op.create_index(op.f('ix_mediation_letter_community_id'), 'mediation_letter', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_letter_dispute_id'), 'mediation_letter', ['dispute_id'], unique=False)
    op.create_table('mediation_mediator',
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('sex', sa.String(length=1), nullable=False),
    sa.Column('birth', sa.String(length=10), nullable=False),
    sa.Column('education', sa.String(length=20), nullable=False),
    sa.Column('phone', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('post', sa.String(length=20), nullable=False),
    sa.Column('grade', sa.String(length=40), nullable=False),
    sa.Column('skills', sa.String(length=200), nullable=False),
    sa.Column('languages', sa.String(length=120), nullable=False),
    sa.Column('left_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_mediator_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_mediation_mediator_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_mediator'))
    )
    op.create_index(op.f('ix_mediation_mediator_community_id'), 'mediation_mediator', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_mediator_name'), 'mediation_mediator', ['name'], unique=False)
    op.create_index(op.f('ix_mediation_mediator_person_id'), 'mediation_mediator', ['person_id'], unique=False)
    op.create_table('mediation_mediator_change',
    sa.Column('before', sa.String(length=60), nullable=False),
    sa.Column('after', sa.String(length=60), nullable=False),
    sa.Column('reason', sa.String(length=400), nullable=False),
    sa.Column('asked_by', BigId, nullable=True),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_mediator_change_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_mediator_change_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_mediator_change'))
    )
    op.create_index(op.f('ix_mediation_mediator_change_community_id'), 'mediation_mediator_change', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_mediator_change_dispute_id'), 'mediation_mediator_change', ['dispute_id'], unique=False)
    op.create_table('mediation_party',
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('side', sa.String(length=12), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('organisation_id', BigId, nullable=True),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('sex', sa.String(length=1), nullable=False),
    sa.Column('ethnic', sa.String(length=20), nullable=False),
    sa.Column('birth', sa.String(length=10), nullable=False),
    sa.Column('limited', sa.Boolean(), nullable=False),
    sa.Column('occupation', sa.String(length=80), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('credit_code', sa.String(length=20), nullable=False),
    sa.Column('representative', sa.String(length=60), nullable=False),
    sa.Column('post', sa.String(length=60), nullable=False),
    sa.Column('guardian', sa.String(length=60), nullable=False),
    sa.Column('guardian_relation', sa.String(length=40), nullable=False),
    sa.Column('agent', sa.String(length=60), nullable=False),
    sa.Column('agent_powers', sa.String(length=20), nullable=False),
    sa.Column('agent_matters', sa.String(length=200), nullable=False),
    sa.Column('representing', sa.Boolean(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_party_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_party_dispute_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['organisation_id'], ['core_organisation.id'], name=op.f('fk_mediation_party_organisation_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_mediation_party_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_party'))
    )
    op.create_index(op.f('ix_mediation_party_community_id'), 'mediation_party', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_party_dispute_id'), 'mediation_party', ['dispute_id'], unique=False)
    op.create_index(op.f('ix_mediation_party_person_id'), 'mediation_party', ['person_id'], unique=False)
    op.create_table('mediation_renewal',
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('verdict', sa.String(length=40), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('result', sa.String(length=400), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_renewal_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_renewal_dispute_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['core_score_round.id'], name=op.f('fk_mediation_renewal_round_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_renewal')),
    sa.UniqueConstraint('dispute_id', 'round_id', name=op.f('uq_mediation_renewal_dispute_id_round_id'))
    )
    op.create_index(op.f('ix_mediation_renewal_community_id'), 'mediation_renewal', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_renewal_dispute_id'), 'mediation_renewal', ['dispute_id'], unique=False)
    op.create_table('mediation_return_visit',
    sa.Column('visited_on', sa.Date(), nullable=False),
    sa.Column('party', sa.String(length=200), nullable=False),
    sa.Column('way', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('performed', sa.String(length=12), nullable=False),
    sa.Column('satisfied', sa.String(length=12), nullable=False),
    sa.Column('findings', sa.Text(), nullable=False),
    sa.Column('measures', sa.Text(), nullable=False),
    sa.Column('visitor', sa.String(length=120), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_return_visit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_return_visit_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_return_visit'))
    )
    op.create_index(op.f('ix_mediation_return_visit_community_id'), 'mediation_return_visit', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_return_visit_dispute_id'), 'mediation_return_visit', ['dispute_id'], unique=False)
    op.create_table('mediation_scan',
    sa.Column('attachment_id', BigId, nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('signed', sa.Boolean(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['core_attachment.id'], name=op.f('fk_mediation_scan_attachment_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_scan_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_scan_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_scan'))
    )
    op.create_index(op.f('ix_mediation_scan_community_id'), 'mediation_scan', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_scan_dispute_id'), 'mediation_scan', ['dispute_id'], unique=False)
    op.create_table('mediation_session',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('started_at', Instant(), nullable=False),
    sa.Column('ended_at', Instant(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('place_kind', sa.String(length=12), nullable=False),
    sa.Column('matter', sa.String(length=200), nullable=False),
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('legal_worker', sa.String(length=120), nullable=False),
    sa.Column('present', sa.JSON(), nullable=False),
    sa.Column('invited', sa.JSON(), nullable=False),
    sa.Column('read_out', sa.JSON(), nullable=False),
    sa.Column('record', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('outcome_note', sa.Text(), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('private_note', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_session_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_session_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_session')),
    sa.UniqueConstraint('dispute_id', 'number', name=op.f('uq_mediation_session_dispute_id_number'))
    )
    op.create_index(op.f('ix_mediation_session_community_id'), 'mediation_session', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_session_dispute_id'), 'mediation_session', ['dispute_id'], unique=False)
    op.create_table('mediation_assessment',
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('grade', sa.String(length=20), nullable=False),
    sa.Column('remark', sa.String(length=400), nullable=False),
    sa.Column('figures', sa.String(length=400), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('mediator_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_assessment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['mediator_id'], ['mediation_mediator.id'], name=op.f('fk_mediation_assessment_mediator_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_assessment')),
    sa.UniqueConstraint('mediator_id', 'year', name=op.f('uq_mediation_assessment_mediator_id_year'))
    )
    op.create_index(op.f('ix_mediation_assessment_community_id'), 'mediation_assessment', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_assessment_mediator_id'), 'mediation_assessment', ['mediator_id'], unique=False)
    op.create_table('mediation_confirmation',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('court', sa.String(length=120), nullable=False),
    sa.Column('forum', sa.String(length=16), nullable=False),
    sa.Column('applied_on', sa.Date(), nullable=False),
    sa.Column('agents', sa.String(length=200), nullable=False),
    sa.Column('result', sa.String(length=20), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_confirmation_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_confirmation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_confirmation_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_confirmation'))
    )
    op.create_index(op.f('ix_mediation_confirmation_agreement_id'), 'mediation_confirmation', ['agreement_id'], unique=False)
    op.create_index(op.f('ix_mediation_confirmation_community_id'), 'mediation_confirmation', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_confirmation_dispute_id'), 'mediation_confirmation', ['dispute_id'], unique=False)
    op.create_table('mediation_lawsuit',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('plaintiff', sa.String(length=120), nullable=False),
    sa.Column('court', sa.String(length=120), nullable=False),
    sa.Column('sued_on', sa.Date(), nullable=False),
    sa.Column('about', sa.String(length=20), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('result', sa.String(length=20), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_lawsuit_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_lawsuit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_lawsuit_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_lawsuit'))
    )
    op.create_index(op.f('ix_mediation_lawsuit_agreement_id'), 'mediation_lawsuit', ['agreement_id'], unique=False)
    op.create_index(op.f('ix_mediation_lawsuit_community_id'), 'mediation_lawsuit', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_lawsuit_dispute_id'), 'mediation_lawsuit', ['dispute_id'], unique=False)
    op.create_table('mediation_patrol',
    sa.Column('visit_id', BigId, nullable=False),
    sa.Column('area_id', BigId, nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('doors', sa.Integer(), nullable=False),
    sa.Column('persons', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_mediation_patrol_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_patrol_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['visit_id'], ['core_visit.id'], name=op.f('fk_mediation_patrol_visit_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_patrol')),
    sa.UniqueConstraint('visit_id', name=op.f('uq_mediation_patrol_visit_id'))
    )
    op.create_index(op.f('ix_mediation_patrol_area_id'), 'mediation_patrol', ['area_id'], unique=False)
    op.create_index(op.f('ix_mediation_patrol_community_id'), 'mediation_patrol', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_patrol_month'), 'mediation_patrol', ['month'], unique=False)
    op.create_index(op.f('ix_mediation_patrol_on_date'), 'mediation_patrol', ['on_date'], unique=False)
    op.create_table('mediation_performance',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('instalment', sa.Integer(), nullable=True),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('what', sa.String(length=200), nullable=False),
    sa.Column('fen', sa.BigInteger(), nullable=True),
    sa.Column('payer', sa.String(length=120), nullable=False),
    sa.Column('payee', sa.String(length=120), nullable=False),
    sa.Column('way', sa.String(length=60), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_performance_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_performance_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_performance_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_performance'))
    )
    op.create_index(op.f('ix_mediation_performance_agreement_id'), 'mediation_performance', ['agreement_id'], unique=False)
    op.create_index(op.f('ix_mediation_performance_community_id'), 'mediation_performance', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_performance_dispute_id'), 'mediation_performance', ['dispute_id'], unique=False)
    op.create_table('mediation_plan',
    sa.Column('starts_at', Instant(), nullable=False),
    sa.Column('ends_at', Instant(), nullable=False),
    sa.Column('venue_id', BigId, nullable=True),
    sa.Column('booking_id', BigId, nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('invited', sa.JSON(), nullable=False),
    sa.Column('bring', sa.String(length=400), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('session_id', BigId, nullable=True),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_plan_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_plan_dispute_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['session_id'], ['mediation_session.id'], name=op.f('fk_mediation_plan_session_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['venue_id'], ['core_venue.id'], name=op.f('fk_mediation_plan_venue_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_plan'))
    )
    op.create_index(op.f('ix_mediation_plan_community_id'), 'mediation_plan', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_plan_dispute_id'), 'mediation_plan', ['dispute_id'], unique=False)
    op.create_index(op.f('ix_mediation_plan_starts_at'), 'mediation_plan', ['starts_at'], unique=False)
    op.create_index(op.f('ix_mediation_plan_state'), 'mediation_plan', ['state'], unique=False)
    op.create_table('mediation_signature',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('party_id', BigId, nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('by', sa.String(length=10), nullable=False),
    sa.Column('unit_seal_on', sa.Date(), nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_signature_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_signature_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['party_id'], ['mediation_party.id'], name=op.f('fk_mediation_signature_party_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_signature')),
    sa.UniqueConstraint('agreement_id', 'party_id', name=op.f('uq_mediation_signature_agreement_id_party_id'))
    )
    op.create_index(op.f('ix_mediation_signature_community_id'), 'mediation_signature', ['community_id'], unique=False)
    op.create_table('mediation_star_room',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('venue_id', BigId, nullable=True),
    sa.Column('lead_id', BigId, nullable=True),
    sa.Column('hours', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=60), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('star', sa.String(length=40), nullable=False),
    sa.Column('starred_on', sa.Date(), nullable=True),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_star_room_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['lead_id'], ['mediation_mediator.id'], name=op.f('fk_mediation_star_room_lead_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['venue_id'], ['core_venue.id'], name=op.f('fk_mediation_star_room_venue_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_star_room'))
    )
    op.create_index(op.f('ix_mediation_star_room_community_id'), 'mediation_star_room', ['community_id'], unique=False)
    op.create_table('mediation_term',
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('basis', sa.String(length=200), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_how', sa.String(length=20), nullable=False),
    sa.Column('ended_why', sa.String(length=400), nullable=False),
    sa.Column('mediator_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_term_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['mediator_id'], ['mediation_mediator.id'], name=op.f('fk_mediation_term_mediator_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_term'))
    )
    op.create_index(op.f('ix_mediation_term_community_id'), 'mediation_term', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_term_mediator_id'), 'mediation_term', ['mediator_id'], unique=False)
    op.create_table('mediation_training',
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('given_by', sa.String(length=120), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('result', sa.String(length=60), nullable=False),
    sa.Column('mediator_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_training_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['mediator_id'], ['mediation_mediator.id'], name=op.f('fk_mediation_training_mediator_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_training'))
    )
    op.create_index(op.f('ix_mediation_training_community_id'), 'mediation_training', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_training_mediator_id'), 'mediation_training', ['mediator_id'], unique=False)
    op.create_table('mediation_hazard',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('found_on', sa.Date(), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('level', sa.String(length=12), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('parties', sa.String(length=200), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('unit_id', BigId, nullable=True),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('person', sa.String(length=60), nullable=False),
    sa.Column('measures', sa.Text(), nullable=False),
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('evidence', sa.String(length=400), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=True),
    sa.Column('proposed_by', sa.String(length=64), nullable=False),
    sa.Column('struck_on', sa.Date(), nullable=True),
    sa.Column('approved_by', sa.String(length=64), nullable=False),
    sa.Column('dispute_id', BigId, nullable=True),
    sa.Column('patrol_id', BigId, nullable=True),
    sa.Column('relapses', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_mediation_hazard_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_hazard_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_hazard_dispute_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['patrol_id'], ['mediation_patrol.id'], name=op.f('fk_mediation_hazard_patrol_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['unit_id'], ['core_organisation.id'], name=op.f('fk_mediation_hazard_unit_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_hazard')),
    sa.UniqueConstraint('case_id', name=op.f('uq_mediation_hazard_case_id'))
    )
    op.create_index(op.f('ix_mediation_hazard_community_id'), 'mediation_hazard', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_hazard_dispute_id'), 'mediation_hazard', ['dispute_id'], unique=False)
    op.create_index('ix_mediation_hazard_found', 'mediation_hazard', ['community_id', 'found_on'], unique=False)
    op.create_index(op.f('ix_mediation_hazard_patrol_id'), 'mediation_hazard', ['patrol_id'], unique=False)
    op.create_index(op.f('ix_mediation_hazard_struck_on'), 'mediation_hazard', ['struck_on'], unique=False)
    op.create_index(op.f('ix_mediation_hazard_unit_id'), 'mediation_hazard', ['unit_id'], unique=False)
    op.create_table('mediation_handover',
    sa.Column('way', sa.String(length=4), nullable=False),
    sa.Column('event', sa.String(length=60), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('grid', sa.String(length=120), nullable=False),
    sa.Column('worker', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('hazard_id', BigId, nullable=True),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_handover_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['hazard_id'], ['mediation_hazard.id'], name=op.f('fk_mediation_handover_hazard_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_handover'))
    )
    op.create_index(op.f('ix_mediation_handover_community_id'), 'mediation_handover', ['community_id'], unique=False)
    op.create_index(op.f('ix_mediation_handover_hazard_id'), 'mediation_handover', ['hazard_id'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_mediation_handover_hazard_id'), table_name='mediation_handover')
    op.drop_index(op.f('ix_mediation_handover_community_id'), table_name='mediation_handover')
    op.drop_table('mediation_handover')
    op.drop_index(op.f('ix_mediation_hazard_unit_id'), table_name='mediation_hazard')
    op.drop_index(op.f('ix_mediation_hazard_struck_on'), table_name='mediation_hazard')
    op.drop_index(op.f('ix_mediation_hazard_patrol_id'), table_name='mediation_hazard')
    op.drop_index('ix_mediation_hazard_found', table_name='mediation_hazard')
    op.drop_index(op.f('ix_mediation_hazard_dispute_id'), table_name='mediation_hazard')
    op.drop_index(op.f('ix_mediation_hazard_community_id'), table_name='mediation_hazard')
    op.drop_table('mediation_hazard')
    op.drop_index(op.f('ix_mediation_training_mediator_id'), table_name='mediation_training')
    op.drop_index(op.f('ix_mediation_training_community_id'), table_name='mediation_training')
    op.drop_table('mediation_training')
    op.drop_index(op.f('ix_mediation_term_mediator_id'), table_name='mediation_term')
    op.drop_index(op.f('ix_mediation_term_community_id'), table_name='mediation_term')
    op.drop_table('mediation_term')
    op.drop_index(op.f('ix_mediation_star_room_community_id'), table_name='mediation_star_room')
    op.drop_table('mediation_star_room')
    op.drop_index(op.f('ix_mediation_signature_community_id'), table_name='mediation_signature')
    op.drop_table('mediation_signature')
    op.drop_index(op.f('ix_mediation_plan_state'), table_name='mediation_plan')
    op.drop_index(op.f('ix_mediation_plan_starts_at'), table_name='mediation_plan')
    op.drop_index(op.f('ix_mediation_plan_dispute_id'), table_name='mediation_plan')
    op.drop_index(op.f('ix_mediation_plan_community_id'), table_name='mediation_plan')
    op.drop_table('mediation_plan')
    op.drop_index(op.f('ix_mediation_performance_dispute_id'), table_name='mediation_performance')
    op.drop_index(op.f('ix_mediation_performance_community_id'), table_name='mediation_performance')
    op.drop_index(op.f('ix_mediation_performance_agreement_id'), table_name='mediation_performance')
    op.drop_table('mediation_performance')
    op.drop_index(op.f('ix_mediation_patrol_on_date'), table_name='mediation_patrol')
    op.drop_index(op.f('ix_mediation_patrol_month'), table_name='mediation_patrol')
    op.drop_index(op.f('ix_mediation_patrol_community_id'), table_name='mediation_patrol')
    op.drop_index(op.f('ix_mediation_patrol_area_id'), table_name='mediation_patrol')
    op.drop_table('mediation_patrol')
    op.drop_index(op.f('ix_mediation_lawsuit_dispute_id'), table_name='mediation_lawsuit')
    op.drop_index(op.f('ix_mediation_lawsuit_community_id'), table_name='mediation_lawsuit')
    op.drop_index(op.f('ix_mediation_lawsuit_agreement_id'), table_name='mediation_lawsuit')
    op.drop_table('mediation_lawsuit')
    op.drop_index(op.f('ix_mediation_confirmation_dispute_id'), table_name='mediation_confirmation')
    op.drop_index(op.f('ix_mediation_confirmation_community_id'), table_name='mediation_confirmation')
    op.drop_index(op.f('ix_mediation_confirmation_agreement_id'), table_name='mediation_confirmation')
    op.drop_table('mediation_confirmation')
    op.drop_index(op.f('ix_mediation_assessment_mediator_id'), table_name='mediation_assessment')
    op.drop_index(op.f('ix_mediation_assessment_community_id'), table_name='mediation_assessment')
    op.drop_table('mediation_assessment')
    op.drop_index(op.f('ix_mediation_session_dispute_id'), table_name='mediation_session')
    op.drop_index(op.f('ix_mediation_session_community_id'), table_name='mediation_session')
    op.drop_table('mediation_session')
    op.drop_index(op.f('ix_mediation_scan_dispute_id'), table_name='mediation_scan')
    op.drop_index(op.f('ix_mediation_scan_community_id'), table_name='mediation_scan')
    op.drop_table('mediation_scan')
    op.drop_index(op.f('ix_mediation_return_visit_dispute_id'), table_name='mediation_return_visit')
    op.drop_index(op.f('ix_mediation_return_visit_community_id'), table_name='mediation_return_visit')
    op.drop_table('mediation_return_visit')
    op.drop_index(op.f('ix_mediation_renewal_dispute_id'), table_name='mediation_renewal')
    op.drop_index(op.f('ix_mediation_renewal_community_id'), table_name='mediation_renewal')
    op.drop_table('mediation_renewal')
    op.drop_index(op.f('ix_mediation_party_person_id'), table_name='mediation_party')
    op.drop_index(op.f('ix_mediation_party_dispute_id'), table_name='mediation_party')
    op.drop_index(op.f('ix_mediation_party_community_id'), table_name='mediation_party')
    op.drop_table('mediation_party')
    op.drop_index(op.f('ix_mediation_mediator_change_dispute_id'), table_name='mediation_mediator_change')
    op.drop_index(op.f('ix_mediation_mediator_change_community_id'), table_name='mediation_mediator_change')
    op.drop_table('mediation_mediator_change')
    op.drop_index(op.f('ix_mediation_mediator_person_id'), table_name='mediation_mediator')
    op.drop_index(op.f('ix_mediation_mediator_name'), table_name='mediation_mediator')
    op.drop_index(op.f('ix_mediation_mediator_community_id'), table_name='mediation_mediator')
    op.drop_table('mediation_mediator')
    op.drop_index(op.f('ix_mediation_letter_dispute_id'), table_name='mediation_letter')
    op.drop_index(op.f('ix_mediation_letter_community_id'), table_name='mediation_letter')
    op.drop_table('mediation_letter')
    op.drop_index(op.f('ix_mediation_investigation_dispute_id'), table_name='mediation_investigation')
    op.drop_index(op.f('ix_mediation_investigation_community_id'), table_name='mediation_investigation')
    op.drop_table('mediation_investigation')
    op.drop_index(op.f('ix_mediation_extension_dispute_id'), table_name='mediation_extension')
    op.drop_index(op.f('ix_mediation_extension_community_id'), table_name='mediation_extension')
    op.drop_table('mediation_extension')
    op.drop_index(op.f('ix_mediation_evidence_dispute_id'), table_name='mediation_evidence')
    op.drop_index(op.f('ix_mediation_evidence_community_id'), table_name='mediation_evidence')
    op.drop_table('mediation_evidence')
    op.drop_index(op.f('ix_mediation_escalation_dispute_id'), table_name='mediation_escalation')
    op.drop_index(op.f('ix_mediation_escalation_community_id'), table_name='mediation_escalation')
    op.drop_table('mediation_escalation')
    op.drop_index(op.f('ix_mediation_delivery_dispute_id'), table_name='mediation_delivery')
    op.drop_index(op.f('ix_mediation_delivery_community_id'), table_name='mediation_delivery')
    op.drop_table('mediation_delivery')
    op.drop_index(op.f('ix_mediation_court_matter_number'), table_name='mediation_court_matter')
    op.drop_index(op.f('ix_mediation_court_matter_dispute_id'), table_name='mediation_court_matter')
    op.drop_index(op.f('ix_mediation_court_matter_community_id'), table_name='mediation_court_matter')
    op.drop_table('mediation_court_matter')
    op.drop_index(op.f('ix_mediation_allowance_line_sheet_id'), table_name='mediation_allowance_line')
    op.drop_index(op.f('ix_mediation_allowance_line_community_id'), table_name='mediation_allowance_line')
    op.drop_table('mediation_allowance_line')
    op.drop_index(op.f('ix_mediation_agreement_dispute_id'), table_name='mediation_agreement')
    op.drop_index(op.f('ix_mediation_agreement_community_id'), table_name='mediation_agreement')
    op.drop_table('mediation_agreement')
    op.drop_index(op.f('ix_mediation_responsibility_unit_id'), table_name='mediation_responsibility')
    op.drop_index('ix_mediation_responsibility_owner', table_name='mediation_responsibility')
    op.drop_index(op.f('ix_mediation_responsibility_community_id'), table_name='mediation_responsibility')
    op.drop_table('mediation_responsibility')
    op.drop_index(op.f('ix_mediation_dispute_community_id'), table_name='mediation_dispute')
    op.drop_table('mediation_dispute')
    op.drop_index('ix_mediation_lead_body_owner', table_name='mediation_lead_body')
    op.drop_index(op.f('ix_mediation_lead_body_lead_id'), table_name='mediation_lead_body')
    op.drop_index(op.f('ix_mediation_lead_body_community_id'), table_name='mediation_lead_body')
    op.drop_table('mediation_lead_body')
    op.drop_index('ix_mediation_study_owner', table_name='mediation_study')
    op.drop_index(op.f('ix_mediation_study_community_id'), table_name='mediation_study')
    op.drop_table('mediation_study')
    op.drop_index(op.f('ix_mediation_result_copy_community_id'), table_name='mediation_result_copy')
    op.drop_table('mediation_result_copy')
    op.drop_index(op.f('ix_mediation_phrase_use'), table_name='mediation_phrase')
    op.drop_index(op.f('ix_mediation_phrase_community_id'), table_name='mediation_phrase')
    op.drop_table('mediation_phrase')
    op.drop_index(op.f('ix_mediation_dossier_row_community_id'), table_name='mediation_dossier_row')
    op.drop_table('mediation_dossier_row')
    op.drop_index(op.f('ix_mediation_consult_on_date'), table_name='mediation_consult')
    op.drop_index(op.f('ix_mediation_consult_community_id'), table_name='mediation_consult')
    op.drop_table('mediation_consult')
    op.drop_index(op.f('ix_mediation_category_code_community_id'), table_name='mediation_category_code')
    op.drop_index(op.f('ix_mediation_category_code_category'), table_name='mediation_category_code')
    op.drop_table('mediation_category_code')
    op.drop_index(op.f('ix_mediation_body_community_id'), table_name='mediation_body')
    op.drop_table('mediation_body')
    op.drop_index(op.f('ix_mediation_allowance_class_community_id'), table_name='mediation_allowance_class')
    op.drop_table('mediation_allowance_class')
    op.drop_index(op.f('ix_mediation_allowance_community_id'), table_name='mediation_allowance')
    op.drop_table('mediation_allowance')
