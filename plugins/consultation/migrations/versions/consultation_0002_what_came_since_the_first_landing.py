"""What came since the first landing (consultation)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "consultation_0002"
down_revision = 'consultation_0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('consultation_topic_class',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=40), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_topic_class_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_topic_class')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_consultation_topic_class_community_id_code'))
    )
    with op.batch_alter_table('consultation_topic_class', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultation_topic_class_community_id'), ['community_id'], unique=False)

    op.create_table('consultation_committee_decision',
    sa.Column('committee_id', BigId, nullable=False),
    sa.Column('gathering_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('signers', sa.JSON(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('tests', sa.JSON(), nullable=False),
    sa.Column('notice_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['committee_id'], ['consultation_committee.id'], name=op.f('fk_consultation_committee_decision_committee_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_consultation_committee_decision_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['gathering_id'], ['core_gathering.id'], name=op.f('fk_consultation_committee_decision_gathering_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_committee_decision'))
    )
    with op.batch_alter_table('consultation_committee_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultation_committee_decision_committee_id'), ['committee_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_committee_decision_community_id'), ['community_id'], unique=False)

    with op.batch_alter_table('consultation_committee', schema=None) as batch_op:
        batch_op.add_column(sa.Column('party_members', sa.Integer(), nullable=True))

    with op.batch_alter_table('consultation_matter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('handed_kind', sa.String(length=60), server_default='', nullable=False))
        batch_op.add_column(sa.Column('handed_id', BigId, nullable=True))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('consultation_matter', schema=None) as batch_op:
        batch_op.drop_column('handed_id')
        batch_op.drop_column('handed_kind')

    with op.batch_alter_table('consultation_committee', schema=None) as batch_op:
        batch_op.drop_column('party_members')

    with op.batch_alter_table('consultation_committee_decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consultation_committee_decision_community_id'))
        batch_op.drop_index(batch_op.f('ix_consultation_committee_decision_committee_id'))

    op.drop_table('consultation_committee_decision')
    with op.batch_alter_table('consultation_topic_class', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consultation_topic_class_community_id'))

    op.drop_table('consultation_topic_class')
