"""Create tables (consultation)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "consultation_0001"
down_revision = None
branch_labels = ('consultation',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('consultation_choice_round',
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('budget_fen', sa.BigInteger(), nullable=False),
    sa.Column('sheets', sa.Integer(), nullable=True),
    sa.Column('per_sheet', sa.Integer(), nullable=False),
    sa.Column('tellers', sa.String(length=120), nullable=False),
    sa.Column('seed', sa.String(length=200), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_choice_round_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_choice_round'))
    )
    op.create_index(op.f('ix_consultation_choice_round_community_id'), 'consultation_choice_round', ['community_id'], unique=False)
    op.create_table('consultation_estate',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('firm', sa.String(length=120), nullable=False),
    sa.Column('managed', sa.Boolean(), nullable=False),
    sa.Column('developer', sa.String(length=120), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_estate_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_estate')),
    sa.UniqueConstraint('community_id', 'name', name=op.f('uq_consultation_estate_community_id_name'))
    )
    op.create_index(op.f('ix_consultation_estate_community_id'), 'consultation_estate', ['community_id'], unique=False)
    op.create_table('consultation_procedure',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_procedure_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_procedure')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_consultation_procedure_community_id_code'))
    )
    op.create_index(op.f('ix_consultation_procedure_community_id'), 'consultation_procedure', ['community_id'], unique=False)
    op.create_table('consultation_body',
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('founded_on', sa.Date(), nullable=False),
    sa.Column('founded_by', sa.String(length=200), nullable=False),
    sa.Column('term_from', sa.Date(), nullable=False),
    sa.Column('term_to', sa.Date(), nullable=False),
    sa.Column('rules', sa.Text(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_consultation_body_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_body_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_body'))
    )
    op.create_index(op.f('ix_consultation_body_community_id'), 'consultation_body', ['community_id'], unique=False)
    op.create_table('consultation_committee',
    sa.Column('estate_id', BigId, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('prepared_on', sa.Date(), nullable=False),
    sa.Column('preparers', sa.String(length=300), nullable=False),
    sa.Column('seats', sa.JSON(), nullable=False),
    sa.Column('vote_id', BigId, nullable=True),
    sa.Column('elected_on', sa.Date(), nullable=True),
    sa.Column('term_end', sa.Date(), nullable=True),
    sa.Column('filed_on', sa.Date(), nullable=True),
    sa.Column('filed_with', sa.String(length=120), nullable=False),
    sa.Column('filing_number', sa.String(length=60), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('end_reason', sa.String(length=300), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_committee_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['estate_id'], ['consultation_estate.id'], name=op.f('fk_consultation_committee_estate_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_committee')),
    sa.UniqueConstraint('estate_id', 'number', name=op.f('uq_consultation_committee_estate_id_number'))
    )
    op.create_index(op.f('ix_consultation_committee_community_id'), 'consultation_committee', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_committee_estate_id'), 'consultation_committee', ['estate_id'], unique=False)
    op.create_table('consultation_unit',
    sa.Column('estate_id', BigId, nullable=False),
    sa.Column('building', sa.String(length=40), nullable=False),
    sa.Column('label', sa.String(length=60), nullable=False),
    sa.Column('area', sa.BigInteger(), nullable=False),
    sa.Column('area_source', sa.String(length=12), nullable=False),
    sa.Column('owners', sa.JSON(), nullable=False),
    sa.Column('voter', sa.String(length=60), nullable=False),
    sa.Column('parking', sa.Boolean(), nullable=False),
    sa.Column('unsold', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_unit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['estate_id'], ['consultation_estate.id'], name=op.f('fk_consultation_unit_estate_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_unit')),
    sa.UniqueConstraint('estate_id', 'building', 'label', name=op.f('uq_consultation_unit_estate_id_building_label'))
    )
    op.create_index(op.f('ix_consultation_unit_community_id'), 'consultation_unit', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_unit_estate_id'), 'consultation_unit', ['estate_id'], unique=False)
    op.create_table('consultation_seat',
    sa.Column('body_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('post', sa.String(length=12), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=60), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['body_id'], ['consultation_body.id'], name=op.f('fk_consultation_seat_body_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_seat_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_seat'))
    )
    op.create_index(op.f('ix_consultation_seat_body_id'), 'consultation_seat', ['body_id'], unique=False)
    op.create_index(op.f('ix_consultation_seat_community_id'), 'consultation_seat', ['community_id'], unique=False)
    op.create_table('consultation_topic',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('raisers', sa.JSON(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('scope', sa.String(length=200), nullable=False),
    sa.Column('urgency', sa.String(length=10), nullable=False),
    sa.Column('major', sa.JSON(), nullable=False),
    sa.Column('check', sa.JSON(), nullable=False),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('lead', sa.String(length=60), nullable=False),
    sa.Column('procedure', sa.JSON(), nullable=False),
    sa.Column('step', sa.String(length=40), nullable=False),
    sa.Column('done', sa.JSON(), nullable=False),
    sa.Column('merged_into', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_consultation_topic_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_topic_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_topic')),
    sa.UniqueConstraint('case_id', name=op.f('uq_consultation_topic_case_id'))
    )
    op.create_index(op.f('ix_consultation_topic_community_id'), 'consultation_topic', ['community_id'], unique=False)
    op.create_table('consultation_choice_entry',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('votes', sa.Integer(), nullable=True),
    sa.Column('drawn', sa.Integer(), nullable=True),
    sa.Column('chosen', sa.Boolean(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_choice_entry_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['consultation_choice_round.id'], name=op.f('fk_consultation_choice_entry_round_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_choice_entry_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_choice_entry')),
    sa.UniqueConstraint('round_id', 'topic_id', name=op.f('uq_consultation_choice_entry_round_id_topic_id'))
    )
    op.create_index(op.f('ix_consultation_choice_entry_community_id'), 'consultation_choice_entry', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_choice_entry_topic_id'), 'consultation_choice_entry', ['topic_id'], unique=False)
    op.create_table('consultation_covenant',
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('topic_id', BigId, nullable=True),
    sa.Column('adopted_on', sa.Date(), nullable=False),
    sa.Column('adopted_by', sa.String(length=120), nullable=False),
    sa.Column('checked_by', sa.String(length=120), nullable=False),
    sa.Column('households', sa.Integer(), nullable=True),
    sa.Column('signed', sa.Integer(), nullable=True),
    sa.Column('review_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_reason', sa.String(length=300), nullable=False),
    sa.Column('replaces_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_consultation_covenant_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_covenant_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_covenant_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_covenant'))
    )
    op.create_index(op.f('ix_consultation_covenant_community_id'), 'consultation_covenant', ['community_id'], unique=False)
    op.create_index('ix_consultation_covenant_state', 'consultation_covenant', ['community_id', 'state', 'review_on'], unique=False)
    op.create_table('consultation_draft',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('parts', sa.JSON(), nullable=False),
    sa.Column('author', sa.String(length=60), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('notice_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_draft_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_draft_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_draft')),
    sa.UniqueConstraint('topic_id', 'number', name=op.f('uq_consultation_draft_topic_id_number'))
    )
    op.create_index(op.f('ix_consultation_draft_community_id'), 'consultation_draft', ['community_id'], unique=False)
    op.create_table('consultation_filing',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('sent_to', sa.String(length=120), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=False),
    sa.Column('enclosed', sa.String(length=400), nullable=False),
    sa.Column('receipt', sa.String(length=200), nullable=False),
    sa.Column('receipt_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_filing_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_filing_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_filing'))
    )
    op.create_index(op.f('ix_consultation_filing_community_id'), 'consultation_filing', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_filing_topic_id'), 'consultation_filing', ['topic_id'], unique=False)
    op.create_table('consultation_matter',
    sa.Column('gathering_id', BigId, nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('who', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('does', sa.String(length=120), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('promised_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('topic_id', BigId, nullable=True),
    sa.Column('from_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_matter_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['gathering_id'], ['core_gathering.id'], name=op.f('fk_consultation_matter_gathering_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_matter_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_matter'))
    )
    op.create_index(op.f('ix_consultation_matter_community_id'), 'consultation_matter', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_matter_gathering_id'), 'consultation_matter', ['gathering_id'], unique=False)
    op.create_index('ix_consultation_matter_open', 'consultation_matter', ['community_id', 'outcome', 'promised_on'], unique=False)
    op.create_table('consultation_project',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('sort', sa.String(length=10), nullable=False),
    sa.Column('spot', sa.String(length=200), nullable=False),
    sa.Column('estimate_fen', sa.BigInteger(), nullable=False),
    sa.Column('households', sa.Integer(), nullable=True),
    sa.Column('screening', sa.Text(), nullable=False),
    sa.Column('screened_on', sa.Date(), nullable=True),
    sa.Column('granted_fen', sa.BigInteger(), nullable=True),
    sa.Column('granted_on', sa.Date(), nullable=True),
    sa.Column('fund', sa.String(length=120), nullable=False),
    sa.Column('supplier', sa.String(length=120), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('finished_on', sa.Date(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('check_note', sa.Text(), nullable=False),
    sa.Column('accepted', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_project_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_project_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_project')),
    sa.UniqueConstraint('topic_id', name=op.f('uq_consultation_project_topic_id'))
    )
    op.create_index(op.f('ix_consultation_project_community_id'), 'consultation_project', ['community_id'], unique=False)
    op.create_table('consultation_resolution',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('body', sa.String(length=120), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('vote_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_resolution_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_resolution_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_resolution'))
    )
    op.create_index(op.f('ix_consultation_resolution_community_id'), 'consultation_resolution', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_resolution_topic_id'), 'consultation_resolution', ['topic_id'], unique=False)
    op.create_table('consultation_score',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('satisfied', sa.Integer(), nullable=False),
    sa.Column('fairly', sa.Integer(), nullable=False),
    sa.Column('dissatisfied', sa.Integer(), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_score_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_score_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_score'))
    )
    op.create_index(op.f('ix_consultation_score_community_id'), 'consultation_score', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_score_topic_id'), 'consultation_score', ['topic_id'], unique=False)
    op.create_table('consultation_task',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('text', sa.String(length=300), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('budget_fen', sa.BigInteger(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_task_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['topic_id'], ['consultation_topic.id'], name=op.f('fk_consultation_task_topic_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_task'))
    )
    op.create_index(op.f('ix_consultation_task_community_id'), 'consultation_task', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_task_topic_id'), 'consultation_task', ['topic_id'], unique=False)
    op.create_table('consultation_covenant_review',
    sa.Column('covenant_id', BigId, nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('finding', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_covenant_review_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['covenant_id'], ['consultation_covenant.id'], name=op.f('fk_consultation_covenant_review_covenant_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_covenant_review'))
    )
    op.create_index(op.f('ix_consultation_covenant_review_community_id'), 'consultation_covenant_review', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_covenant_review_covenant_id'), 'consultation_covenant_review', ['covenant_id'], unique=False)
    op.create_table('consultation_payment',
    sa.Column('project_id', BigId, nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('payee', sa.String(length=120), nullable=False),
    sa.Column('voucher', sa.String(length=60), nullable=False),
    sa.Column('what', sa.String(length=200), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_payment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['project_id'], ['consultation_project.id'], name=op.f('fk_consultation_payment_project_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_payment'))
    )
    op.create_index(op.f('ix_consultation_payment_community_id'), 'consultation_payment', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_payment_project_id'), 'consultation_payment', ['project_id'], unique=False)
    op.create_table('consultation_review',
    sa.Column('draft_id', BigId, nullable=False),
    sa.Column('expert', sa.String(length=60), nullable=False),
    sa.Column('field', sa.String(length=80), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('opinion', sa.String(length=10), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_review_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['draft_id'], ['consultation_draft.id'], name=op.f('fk_consultation_review_draft_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_review'))
    )
    op.create_index(op.f('ix_consultation_review_community_id'), 'consultation_review', ['community_id'], unique=False)
    op.create_index(op.f('ix_consultation_review_draft_id'), 'consultation_review', ['draft_id'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_consultation_review_draft_id'), table_name='consultation_review')
    op.drop_index(op.f('ix_consultation_review_community_id'), table_name='consultation_review')
    op.drop_table('consultation_review')
    op.drop_index(op.f('ix_consultation_payment_project_id'), table_name='consultation_payment')
    op.drop_index(op.f('ix_consultation_payment_community_id'), table_name='consultation_payment')
    op.drop_table('consultation_payment')
    op.drop_index(op.f('ix_consultation_covenant_review_covenant_id'), table_name='consultation_covenant_review')
    op.drop_index(op.f('ix_consultation_covenant_review_community_id'), table_name='consultation_covenant_review')
    op.drop_table('consultation_covenant_review')
    op.drop_index(op.f('ix_consultation_task_topic_id'), table_name='consultation_task')
    op.drop_index(op.f('ix_consultation_task_community_id'), table_name='consultation_task')
    op.drop_table('consultation_task')
    op.drop_index(op.f('ix_consultation_score_topic_id'), table_name='consultation_score')
    op.drop_index(op.f('ix_consultation_score_community_id'), table_name='consultation_score')
    op.drop_table('consultation_score')
    op.drop_index(op.f('ix_consultation_resolution_topic_id'), table_name='consultation_resolution')
    op.drop_index(op.f('ix_consultation_resolution_community_id'), table_name='consultation_resolution')
    op.drop_table('consultation_resolution')
    op.drop_index(op.f('ix_consultation_project_community_id'), table_name='consultation_project')
    op.drop_table('consultation_project')
    op.drop_index('ix_consultation_matter_open', table_name='consultation_matter')
    op.drop_index(op.f('ix_consultation_matter_gathering_id'), table_name='consultation_matter')
    op.drop_index(op.f('ix_consultation_matter_community_id'), table_name='consultation_matter')
    op.drop_table('consultation_matter')
    op.drop_index(op.f('ix_consultation_filing_topic_id'), table_name='consultation_filing')
    op.drop_index(op.f('ix_consultation_filing_community_id'), table_name='consultation_filing')
    op.drop_table('consultation_filing')
    op.drop_index(op.f('ix_consultation_draft_community_id'), table_name='consultation_draft')
    op.drop_table('consultation_draft')
    op.drop_index('ix_consultation_covenant_state', table_name='consultation_covenant')
    op.drop_index(op.f('ix_consultation_covenant_community_id'), table_name='consultation_covenant')
    op.drop_table('consultation_covenant')
    op.drop_index(op.f('ix_consultation_choice_entry_topic_id'), table_name='consultation_choice_entry')
    op.drop_index(op.f('ix_consultation_choice_entry_community_id'), table_name='consultation_choice_entry')
    op.drop_table('consultation_choice_entry')
    op.drop_index(op.f('ix_consultation_topic_community_id'), table_name='consultation_topic')
    op.drop_table('consultation_topic')
    op.drop_index(op.f('ix_consultation_seat_community_id'), table_name='consultation_seat')
    op.drop_index(op.f('ix_consultation_seat_body_id'), table_name='consultation_seat')
    op.drop_table('consultation_seat')
    op.drop_index(op.f('ix_consultation_unit_estate_id'), table_name='consultation_unit')
    op.drop_index(op.f('ix_consultation_unit_community_id'), table_name='consultation_unit')
    op.drop_table('consultation_unit')
    op.drop_index(op.f('ix_consultation_committee_estate_id'), table_name='consultation_committee')
    op.drop_index(op.f('ix_consultation_committee_community_id'), table_name='consultation_committee')
    op.drop_table('consultation_committee')
    op.drop_index(op.f('ix_consultation_body_community_id'), table_name='consultation_body')
    op.drop_table('consultation_body')
    op.drop_index(op.f('ix_consultation_procedure_community_id'), table_name='consultation_procedure')
    op.drop_table('consultation_procedure')
    op.drop_index(op.f('ix_consultation_estate_community_id'), table_name='consultation_estate')
    op.drop_table('consultation_estate')
    op.drop_index(op.f('ix_consultation_choice_round_community_id'), table_name='consultation_choice_round')
    op.drop_table('consultation_choice_round')
