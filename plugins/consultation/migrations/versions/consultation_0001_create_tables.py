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
    op.create_table('consultation_topic',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('raisers', sa.JSON(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('scope', sa.String(length=200), nullable=False),
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
    op.create_table('consultation_draft',
    sa.Column('topic_id', BigId, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
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
    op.drop_index(op.f('ix_consultation_task_topic_id'), table_name='consultation_task')
    op.drop_index(op.f('ix_consultation_task_community_id'), table_name='consultation_task')
    op.drop_table('consultation_task')
    op.drop_index(op.f('ix_consultation_score_topic_id'), table_name='consultation_score')
    op.drop_index(op.f('ix_consultation_score_community_id'), table_name='consultation_score')
    op.drop_table('consultation_score')
    op.drop_index(op.f('ix_consultation_draft_community_id'), table_name='consultation_draft')
    op.drop_table('consultation_draft')
    op.drop_index(op.f('ix_consultation_topic_community_id'), table_name='consultation_topic')
    op.drop_table('consultation_topic')
    op.drop_index(op.f('ix_consultation_unit_estate_id'), table_name='consultation_unit')
    op.drop_index(op.f('ix_consultation_unit_community_id'), table_name='consultation_unit')
    op.drop_table('consultation_unit')
    op.drop_index(op.f('ix_consultation_committee_estate_id'), table_name='consultation_committee')
    op.drop_index(op.f('ix_consultation_committee_community_id'), table_name='consultation_committee')
    op.drop_table('consultation_committee')
    op.drop_index(op.f('ix_consultation_procedure_community_id'), table_name='consultation_procedure')
    op.drop_table('consultation_procedure')
    op.drop_index(op.f('ix_consultation_estate_community_id'), table_name='consultation_estate')
    op.drop_table('consultation_estate')
