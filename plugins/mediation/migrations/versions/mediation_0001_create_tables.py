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
    op.create_table('mediation_phrase',
    sa.Column('use', sa.String(length=20), nullable=False),
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
    op.create_table('mediation_dispute',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('excluded_subject', sa.String(length=20), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('transferred_by', sa.String(length=120), nullable=False),
    sa.Column('transfer_number', sa.String(length=60), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('requests', sa.JSON(), nullable=False),
    sa.Column('applied_on', sa.Date(), nullable=True),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('open_mediation', sa.Boolean(), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('chosen_by', sa.String(length=12), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('rights_told_on', sa.Date(), nullable=True),
    sa.Column('refused_by', BigId, nullable=True),
    sa.Column('remedies_told_on', sa.Date(), nullable=True),
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
    op.create_table('mediation_agreement',
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('form', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('performance', sa.Text(), nullable=False),
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
    op.create_table('mediation_session',
    sa.Column('dispute_id', BigId, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('started_at', Instant(), nullable=False),
    sa.Column('ended_at', Instant(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('matter', sa.String(length=200), nullable=False),
    sa.Column('present', sa.JSON(), nullable=False),
    sa.Column('invited', sa.JSON(), nullable=False),
    sa.Column('record', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('outcome_note', sa.Text(), nullable=False),
    sa.Column('mediators', sa.JSON(), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('private_note', sa.Text(), nullable=False),
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
    op.create_table('mediation_signature',
    sa.Column('agreement_id', BigId, nullable=False),
    sa.Column('party_id', BigId, nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['mediation_agreement.id'], name=op.f('fk_mediation_signature_agreement_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_mediation_signature_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['party_id'], ['mediation_party.id'], name=op.f('fk_mediation_signature_party_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mediation_signature')),
    sa.UniqueConstraint('agreement_id', 'party_id', name=op.f('uq_mediation_signature_agreement_id_party_id'))
    )
    op.create_index(op.f('ix_mediation_signature_community_id'), 'mediation_signature', ['community_id'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_mediation_signature_community_id'), table_name='mediation_signature')
    op.drop_table('mediation_signature')
    op.drop_index(op.f('ix_mediation_session_dispute_id'), table_name='mediation_session')
    op.drop_index(op.f('ix_mediation_session_community_id'), table_name='mediation_session')
    op.drop_table('mediation_session')
    op.drop_index(op.f('ix_mediation_party_person_id'), table_name='mediation_party')
    op.drop_index(op.f('ix_mediation_party_dispute_id'), table_name='mediation_party')
    op.drop_index(op.f('ix_mediation_party_community_id'), table_name='mediation_party')
    op.drop_table('mediation_party')
    op.drop_index(op.f('ix_mediation_agreement_dispute_id'), table_name='mediation_agreement')
    op.drop_index(op.f('ix_mediation_agreement_community_id'), table_name='mediation_agreement')
    op.drop_table('mediation_agreement')
    op.drop_index(op.f('ix_mediation_dispute_community_id'), table_name='mediation_dispute')
    op.drop_table('mediation_dispute')
    op.drop_index(op.f('ix_mediation_phrase_community_id'), table_name='mediation_phrase')
    op.drop_table('mediation_phrase')
