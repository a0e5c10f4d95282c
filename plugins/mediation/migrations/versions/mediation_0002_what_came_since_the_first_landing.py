"""What came since the first landing (mediation)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "mediation_0002"
down_revision = 'mediation_0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('mediation_agreement_template',
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('heads', sa.JSON(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('closing', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_agreement_template_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_agreement_template'))
    )
    with op.batch_alter_table('mediation_agreement_template', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_agreement_template_community_id'), ['community_id'], unique=False)

    op.create_table('mediation_class_plan',
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('departments', sa.String(length=400), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_class_plan_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_class_plan'))
    )
    with op.batch_alter_table('mediation_class_plan', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_class_plan_category'), ['category'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_class_plan_community_id'), ['community_id'], unique=False)

    op.create_table('mediation_lecture',
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('topic', sa.String(length=120), nullable=False),
    sa.Column('line', sa.String(length=20), nullable=False),
    sa.Column('speaker', sa.String(length=120), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('audience', sa.String(length=120), nullable=False),
    sa.Column('heads', sa.Integer(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_lecture_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_lecture'))
    )
    with op.batch_alter_table('mediation_lecture', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_lecture_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_lecture_on_date'), ['on_date'], unique=False)

    op.create_table('mediation_legal_referral',
    sa.Column('party', sa.String(length=120), nullable=False),
    sa.Column('way', sa.String(length=20), nullable=False),
    sa.Column('office', sa.String(length=120), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('how', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(length=400), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_legal_referral_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_legal_referral_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_legal_referral'))
    )
    with op.batch_alter_table('mediation_legal_referral', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_legal_referral_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_legal_referral_dispute_id'), ['dispute_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_legal_referral_on_date'), ['on_date'], unique=False)

    op.create_table('mediation_visit_duty',
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('visitor', sa.String(length=60), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_visit_duty_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_visit_duty_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_visit_duty')),
    sa.UniqueConstraint('dispute_id', 'month', name=op.f('uq_mediation_visit_duty_dispute_id_month'))
    )
    with op.batch_alter_table('mediation_visit_duty', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_visit_duty_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_visit_duty_dispute_id'), ['dispute_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_visit_duty_month'), ['month'], unique=False)

    op.create_table('mediation_earlier_wording',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('taken_at', Instant(), nullable=False),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('performance', sa.Text(), nullable=False),
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_earlier_wording_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_earlier_wording_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['dispute_id'], ['mediation_dispute.id'], name=op.f('fk_mediation_earlier_wording_dispute_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_earlier_wording'))
    )
    with op.batch_alter_table('mediation_earlier_wording', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_earlier_wording_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_earlier_wording_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mediation_earlier_wording_dispute_id'), ['dispute_id'], unique=False)

    with op.batch_alter_table('mediation_agreement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('heads', sa.JSON(), server_default='{}', nullable=False))

    with op.batch_alter_table('mediation_court_matter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stage', sa.String(length=12), server_default='', nullable=False))

    with op.batch_alter_table('mediation_dispute', schema=None) as batch_op:
        batch_op.add_column(sa.Column('again_of', BigId, nullable=True))
        batch_op.add_column(sa.Column('tracker', sa.String(length=60), server_default='', nullable=False))
        batch_op.create_index(batch_op.f('ix_mediation_dispute_again_of'), ['again_of'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_mediation_dispute_again_of'), 'mediation_dispute', ['again_of'], ['id'], ondelete='RESTRICT')

    with op.batch_alter_table('mediation_hazard', schema=None) as batch_op:
        batch_op.add_column(sa.Column('limit_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('ran_days', sa.Integer(), nullable=True))

    with op.batch_alter_table('mediation_plan', schema=None) as batch_op:
        batch_op.add_column(sa.Column('legal_worker', sa.String(length=120), server_default='', nullable=False))
        batch_op.add_column(sa.Column('way', sa.String(length=12), server_default='', nullable=False))

    with op.batch_alter_table('mediation_responsibility', schema=None) as batch_op:
        batch_op.add_column(sa.Column('accepted_on', sa.Date(), nullable=True))

    with op.batch_alter_table('mediation_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('legal_absent', sa.String(length=200), server_default='', nullable=False))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('mediation_session', schema=None) as batch_op:
        batch_op.drop_column('legal_absent')

    with op.batch_alter_table('mediation_responsibility', schema=None) as batch_op:
        batch_op.drop_column('accepted_on')

    with op.batch_alter_table('mediation_plan', schema=None) as batch_op:
        batch_op.drop_column('way')
        batch_op.drop_column('legal_worker')

    with op.batch_alter_table('mediation_hazard', schema=None) as batch_op:
        batch_op.drop_column('ran_days')
        batch_op.drop_column('limit_on')

    with op.batch_alter_table('mediation_dispute', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_mediation_dispute_again_of'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_mediation_dispute_again_of'))
        batch_op.drop_column('tracker')
        batch_op.drop_column('again_of')

    with op.batch_alter_table('mediation_court_matter', schema=None) as batch_op:
        batch_op.drop_column('stage')

    with op.batch_alter_table('mediation_agreement', schema=None) as batch_op:
        batch_op.drop_column('heads')

    with op.batch_alter_table('mediation_earlier_wording', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_earlier_wording_dispute_id'))
        batch_op.drop_index(batch_op.f('ix_mediation_earlier_wording_community_id'))
        batch_op.drop_index(batch_op.f('ix_mediation_earlier_wording_agreement_id'))

    op.drop_table('mediation_earlier_wording')
    with op.batch_alter_table('mediation_visit_duty', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_visit_duty_month'))
        batch_op.drop_index(batch_op.f('ix_mediation_visit_duty_dispute_id'))
        batch_op.drop_index(batch_op.f('ix_mediation_visit_duty_community_id'))

    op.drop_table('mediation_visit_duty')
    with op.batch_alter_table('mediation_legal_referral', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_legal_referral_on_date'))
        batch_op.drop_index(batch_op.f('ix_mediation_legal_referral_dispute_id'))
        batch_op.drop_index(batch_op.f('ix_mediation_legal_referral_community_id'))

    op.drop_table('mediation_legal_referral')
    with op.batch_alter_table('mediation_lecture', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_lecture_on_date'))
        batch_op.drop_index(batch_op.f('ix_mediation_lecture_community_id'))

    op.drop_table('mediation_lecture')
    with op.batch_alter_table('mediation_class_plan', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_class_plan_community_id'))
        batch_op.drop_index(batch_op.f('ix_mediation_class_plan_category'))

    op.drop_table('mediation_class_plan')
    with op.batch_alter_table('mediation_agreement_template', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mediation_agreement_template_community_id'))

    op.drop_table('mediation_agreement_template')
