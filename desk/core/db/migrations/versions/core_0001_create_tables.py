"""Create tables (core)."""

import sqlalchemy as sa
from alembic import op

from desk.core.db.base import BigId, Instant

revision = "core_0001"
down_revision = None
branch_labels = ('core',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('core_audit_head',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_audit_head'))
    )
    op.create_table('core_community',
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('street', sa.String(length=80), nullable=False),
    sa.Column('committee', sa.String(length=120), nullable=False),
    sa.Column('hall', sa.String(length=120), nullable=False),
    sa.Column('org_short', sa.String(length=20), nullable=False),
    sa.Column('practice', sa.Boolean(), nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_community'))
    )
    op.create_table('core_file_blob',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_core_file_blob'))
    )
    op.create_table('core_lookup_key',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('secret', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_lookup_key')),
    sa.UniqueConstraint('secret', name=op.f('uq_core_lookup_key_secret'))
    )
    op.create_table('core_plugin_name',
    sa.Column('plugin', sa.String(length=16), nullable=False),
    sa.Column('names', sa.JSON(), nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_plugin_name')),
    sa.UniqueConstraint('plugin', name=op.f('uq_core_plugin_name_plugin'))
    )
    op.create_table('core_plugin_package',
    sa.Column('plugin', sa.String(length=16), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('current', sa.Boolean(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_plugin_package')),
    sa.UniqueConstraint('plugin', 'version', name=op.f('uq_core_plugin_package_plugin_version'))
    )
    op.create_table('core_print_blob',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_core_print_blob'))
    )
    op.create_table('core_request',
    sa.Column('key', sa.String(length=36), nullable=False),
    sa.Column('verb', sa.String(length=80), nullable=False),
    sa.Column('draft_hash', sa.String(length=64), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_core_request'))
    )
    op.create_table('core_search_state',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('tokens', sa.Integer(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_search_state'))
    )
    op.create_table('core_area',
    sa.Column('code', sa.String(length=40), nullable=True),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('full_name', sa.String(length=320), nullable=False),
    sa.Column('path', sa.String(length=200), nullable=False),
    sa.Column('parent_id', BigId, nullable=True),
    sa.Column('grid_id', BigId, nullable=True),
    sa.Column('households', sa.Integer(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('active_from', sa.Date(), nullable=True),
    sa.Column('active_to', sa.Date(), nullable=True),
    sa.Column('closed_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_area_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['grid_id'], ['core_area.id'], name=op.f('fk_core_area_grid_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['parent_id'], ['core_area.id'], name=op.f('fk_core_area_parent_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_area')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_core_area_community_id_code'))
    )
    op.create_index(op.f('ix_core_area_community_id'), 'core_area', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_area_grid_id'), 'core_area', ['grid_id'], unique=False)
    op.create_index(op.f('ix_core_area_parent_id'), 'core_area', ['parent_id'], unique=False)
    op.create_index('ix_core_area_path', 'core_area', ['community_id', 'path'], unique=False)
    op.create_table('core_attachment',
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('file_name', sa.String(length=160), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('mime', sa.String(length=80), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('removed_at', Instant(), nullable=True),
    sa.Column('removed_by', sa.String(length=64), nullable=False),
    sa.Column('removed_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_attachment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['sha256'], ['core_file_blob.sha256'], name=op.f('fk_core_attachment_sha256'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_attachment'))
    )
    op.create_index(op.f('ix_core_attachment_community_id'), 'core_attachment', ['community_id'], unique=False)
    op.create_index('ix_core_attachment_owner', 'core_attachment', ['owner_kind', 'owner_id'], unique=False)
    op.create_index(op.f('ix_core_attachment_sha256'), 'core_attachment', ['sha256'], unique=False)
    op.create_table('core_audit',
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.Column('actor_kind', sa.String(length=12), nullable=False),
    sa.Column('action', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('record_id', BigId, nullable=True),
    sa.Column('detail', sa.JSON(), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_audit_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_audit')),
    sa.UniqueConstraint('seq', name=op.f('uq_core_audit_seq'))
    )
    op.create_index(op.f('ix_core_audit_at'), 'core_audit', ['at'], unique=False)
    op.create_index(op.f('ix_core_audit_community_id'), 'core_audit', ['community_id'], unique=False)
    op.create_table('core_ballot_profile',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('confirmed_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_profile_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_profile')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_core_ballot_profile_community_id_code'))
    )
    op.create_index(op.f('ix_core_ballot_profile_community_id'), 'core_ballot_profile', ['community_id'], unique=False)
    op.create_table('core_ballot_vote',
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('profile', sa.JSON(), nullable=False),
    sa.Column('questions', sa.JSON(), nullable=False),
    sa.Column('method', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=8), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('frozen_on', sa.Date(), nullable=True),
    sa.Column('issued', sa.Integer(), nullable=False),
    sa.Column('spoiled', sa.Integer(), nullable=False),
    sa.Column('unused', sa.Integer(), nullable=False),
    sa.Column('returned', sa.Integer(), nullable=False),
    sa.Column('list_hash', sa.String(length=64), nullable=False),
    sa.Column('groups', sa.JSON(), nullable=False),
    sa.Column('hands', sa.JSON(), nullable=False),
    sa.Column('tellers', sa.JSON(), nullable=False),
    sa.Column('outcomes', sa.JSON(), nullable=False),
    sa.Column('outside', sa.JSON(), nullable=False),
    sa.Column('draws', sa.JSON(), nullable=False),
    sa.Column('check_code', sa.String(length=24), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_vote_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_vote'))
    )
    op.create_index(op.f('ix_core_ballot_vote_community_id'), 'core_ballot_vote', ['community_id'], unique=False)
    op.create_index('ix_core_ballot_vote_owner', 'core_ballot_vote', ['owner_kind', 'owner_id'], unique=False)
    op.create_table('core_duty',
    sa.Column('roster', sa.String(length=60), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('slot', sa.String(length=40), nullable=False),
    sa.Column('who', sa.String(length=60), nullable=False),
    sa.Column('deputy', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_duty_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_duty')),
    sa.UniqueConstraint('community_id', 'roster', 'day', 'slot', name=op.f('uq_core_duty_community_id_roster_day_slot'))
    )
    op.create_index(op.f('ix_core_duty_community_id'), 'core_duty', ['community_id'], unique=False)
    op.create_table('core_gathering',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('starts_at', Instant(), nullable=False),
    sa.Column('ends_at', Instant(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('convener', sa.String(length=120), nullable=False),
    sa.Column('host', sa.String(length=60), nullable=False),
    sa.Column('recorder', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=120), nullable=False),
    sa.Column('agenda', sa.Text(), nullable=False),
    sa.Column('noticed_on', sa.Date(), nullable=True),
    sa.Column('heads', sa.Integer(), nullable=True),
    sa.Column('points', sa.JSON(), nullable=False),
    sa.Column('agreed', sa.Text(), nullable=False),
    sa.Column('open_points', sa.Text(), nullable=False),
    sa.Column('closed', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_gathering_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_gathering'))
    )
    op.create_index(op.f('ix_core_gathering_community_id'), 'core_gathering', ['community_id'], unique=False)
    op.create_index('ix_core_gathering_owner', 'core_gathering', ['owner_kind', 'owner_id'], unique=False)
    op.create_table('core_import_batch',
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('list_name', sa.String(length=120), nullable=False),
    sa.Column('file_name', sa.String(length=255), nullable=False),
    sa.Column('file_hash', sa.String(length=64), nullable=False),
    sa.Column('columns', sa.JSON(), nullable=False),
    sa.Column('counts', sa.JSON(), nullable=False),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.Column('undone_at', Instant(), nullable=True),
    sa.Column('undone_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_import_batch_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_import_batch'))
    )
    op.create_index(op.f('ix_core_import_batch_community_id'), 'core_import_batch', ['community_id'], unique=False)
    op.create_table('core_ledger_account',
    sa.Column('ledger', sa.String(length=40), nullable=False),
    sa.Column('unit', sa.String(length=12), nullable=False),
    sa.Column('owner_kind', sa.String(length=40), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('outside', sa.Boolean(), nullable=False),
    sa.Column('lots', sa.Boolean(), nullable=False),
    sa.Column('balance', sa.BigInteger(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ledger_account_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ledger_account')),
    sa.UniqueConstraint('community_id', 'ledger', 'owner_kind', 'owner_id', name=op.f('uq_core_ledger_account_community_id_ledger_owner_kind_owner_id'))
    )
    op.create_index(op.f('ix_core_ledger_account_community_id'), 'core_ledger_account', ['community_id'], unique=False)
    op.create_table('core_ledger_booking',
    sa.Column('ledger', sa.String(length=40), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('second', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('source_kind', sa.String(length=40), nullable=False),
    sa.Column('source_id', BigId, nullable=True),
    sa.Column('explain', sa.JSON(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('reverses_id', BigId, nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ledger_booking_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['reverses_id'], ['core_ledger_booking.id'], name=op.f('fk_core_ledger_booking_reverses_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ledger_booking')),
    sa.UniqueConstraint('community_id', 'key', name=op.f('uq_core_ledger_booking_community_id_key')),
    sa.UniqueConstraint('reverses_id', name=op.f('uq_core_ledger_booking_reverses_id'))
    )
    op.create_index(op.f('ix_core_ledger_booking_community_id'), 'core_ledger_booking', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_ledger_booking_day'), 'core_ledger_booking', ['day'], unique=False)
    op.create_index('ix_core_ledger_booking_source', 'core_ledger_booking', ['source_kind', 'source_id'], unique=False)
    op.create_table('core_link',
    sa.Column('from_kind', sa.String(length=60), nullable=False),
    sa.Column('from_id', BigId, nullable=False),
    sa.Column('to_kind', sa.String(length=60), nullable=False),
    sa.Column('to_id', BigId, nullable=False),
    sa.Column('meaning', sa.String(length=40), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_link_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_link')),
    sa.UniqueConstraint('from_kind', 'from_id', 'to_kind', 'to_id', 'meaning', name=op.f('uq_core_link_from_kind_from_id_to_kind_to_id_meaning'))
    )
    op.create_index('ix_core_link_back', 'core_link', ['to_kind', 'to_id'], unique=False)
    op.create_index(op.f('ix_core_link_community_id'), 'core_link', ['community_id'], unique=False)
    op.create_table('core_notice',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('about', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('places', sa.JSON(), nullable=False),
    sa.Column('feedback', sa.String(length=300), nullable=False),
    sa.Column('amount', sa.Integer(), nullable=False),
    sa.Column('unit', sa.String(length=10), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('approved_by', sa.String(length=60), nullable=False),
    sa.Column('posted_on', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closing_note', sa.Text(), nullable=False),
    sa.Column('early_reason', sa.String(length=300), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_notice_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_notice'))
    )
    op.create_index(op.f('ix_core_notice_community_id'), 'core_notice', ['community_id'], unique=False)
    op.create_index('ix_core_notice_owner', 'core_notice', ['owner_kind', 'owner_id'], unique=False)
    op.create_index('ix_core_notice_until', 'core_notice', ['community_id', 'state', 'until'], unique=False)
    op.create_table('core_number',
    sa.Column('code', sa.String(length=80), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=80), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('given_at', Instant(), nullable=False),
    sa.Column('given_by', sa.String(length=64), nullable=False),
    sa.Column('voided_at', Instant(), nullable=True),
    sa.Column('voided_by', sa.String(length=64), nullable=False),
    sa.Column('void_reason', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_number_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_number')),
    sa.UniqueConstraint('community_id', 'code', 'year', 'serial', name=op.f('uq_core_number_community_id_code_year_serial'))
    )
    op.create_index(op.f('ix_core_number_community_id'), 'core_number', ['community_id'], unique=False)
    op.create_index('ix_core_number_owner', 'core_number', ['owner_kind', 'owner_id'], unique=False)
    op.create_index(op.f('ix_core_number_text'), 'core_number', ['text'], unique=False)
    op.create_table('core_number_counter',
    sa.Column('code', sa.String(length=80), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('next_serial', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_number_counter_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_number_counter')),
    sa.UniqueConstraint('community_id', 'code', 'year', name=op.f('uq_core_number_counter_community_id_code_year'))
    )
    op.create_index(op.f('ix_core_number_counter_community_id'), 'core_number_counter', ['community_id'], unique=False)
    op.create_table('core_number_series',
    sa.Column('code', sa.String(length=80), nullable=False),
    sa.Column('template', sa.String(length=120), nullable=True),
    sa.Column('word', sa.String(length=40), nullable=True),
    sa.Column('brackets', sa.String(length=12), nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_number_series_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_number_series')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_core_number_series_community_id_code'))
    )
    op.create_index(op.f('ix_core_number_series_community_id'), 'core_number_series', ['community_id'], unique=False)
    op.create_table('core_old_value',
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('record_id', BigId, nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_old_value_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_old_value'))
    )
    op.create_index(op.f('ix_core_old_value_community_id'), 'core_old_value', ['community_id'], unique=False)
    op.create_index('ix_core_old_value_record', 'core_old_value', ['kind', 'record_id', 'field'], unique=False)
    op.create_table('core_print',
    sa.Column('paper', sa.String(length=80), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('mode', sa.String(length=12), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('template_version', sa.String(length=20), nullable=False),
    sa.Column('data_hash', sa.String(length=64), nullable=False),
    sa.Column('ruled_blanks', sa.String(length=200), nullable=False),
    sa.Column('printed_at', Instant(), nullable=False),
    sa.Column('printed_by', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('reprint_of_id', BigId, nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_print_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['reprint_of_id'], ['core_print.id'], name=op.f('fk_core_print_reprint_of_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['sha256'], ['core_print_blob.sha256'], name=op.f('fk_core_print_sha256'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_print'))
    )
    op.create_index(op.f('ix_core_print_community_id'), 'core_print', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_print_number'), 'core_print', ['number'], unique=False)
    op.create_index('ix_core_print_owner', 'core_print', ['owner_kind', 'owner_id', 'id'], unique=False)
    op.create_index(op.f('ix_core_print_paper'), 'core_print', ['paper'], unique=False)
    op.create_index(op.f('ix_core_print_reprint_of_id'), 'core_print', ['reprint_of_id'], unique=False)
    op.create_index(op.f('ix_core_print_sha256'), 'core_print', ['sha256'], unique=False)
    op.create_table('core_role',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_role_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_role')),
    sa.UniqueConstraint('community_id', 'name', name=op.f('uq_core_role_community_id_name'))
    )
    op.create_index(op.f('ix_core_role_community_id'), 'core_role', ['community_id'], unique=False)
    op.create_table('core_score_round',
    sa.Column('scheme', sa.String(length=60), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('first', sa.Date(), nullable=True),
    sa.Column('last', sa.Date(), nullable=True),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('double', sa.Boolean(), nullable=False),
    sa.Column('anonymous', sa.Boolean(), nullable=False),
    sa.Column('trim', sa.Integer(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closing_note', sa.String(length=300), nullable=False),
    sa.Column('result', sa.JSON(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('decided_by', sa.String(length=120), nullable=False),
    sa.Column('decision', sa.Text(), nullable=False),
    sa.Column('void_reason', sa.String(length=300), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_round_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_round'))
    )
    op.create_index(op.f('ix_core_score_round_community_id'), 'core_score_round', ['community_id'], unique=False)
    op.create_index('ix_core_score_round_owner', 'core_score_round', ['owner_kind', 'owner_id'], unique=False)
    op.create_index(op.f('ix_core_score_round_scheme'), 'core_score_round', ['scheme'], unique=False)
    op.create_index(op.f('ix_core_score_round_state'), 'core_score_round', ['state'], unique=False)
    op.create_table('core_score_sheet',
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_sheet_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_sheet')),
    sa.UniqueConstraint('community_id', 'code', 'edition', name=op.f('uq_core_score_sheet_community_id_code_edition'))
    )
    op.create_index(op.f('ix_core_score_sheet_community_id'), 'core_score_sheet', ['community_id'], unique=False)
    op.create_table('core_search_doc',
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('record_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('subtitle', sa.String(length=300), nullable=False),
    sa.Column('first', sa.Text().with_variant(sa.Text(collation='C'), 'postgresql'), nullable=False),
    sa.Column('names', sa.Text(), nullable=False),
    sa.Column('numbers', sa.Text(), nullable=False),
    sa.Column('addresses', sa.Text(), nullable=False),
    sa.Column('permission', sa.String(length=80), nullable=False),
    sa.Column('viewers', sa.Text(), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_search_doc_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_search_doc')),
    sa.UniqueConstraint('kind', 'record_id', name=op.f('uq_core_search_doc_kind_record_id'))
    )
    op.create_index(op.f('ix_core_search_doc_community_id'), 'core_search_doc', ['community_id'], unique=False)
    op.create_index('ix_core_search_doc_first', 'core_search_doc', ['community_id', 'first', 'id'], unique=False)
    op.create_table('core_setting',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_setting_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_setting')),
    sa.UniqueConstraint('community_id', 'key', name=op.f('uq_core_setting_community_id_key'))
    )
    op.create_index(op.f('ix_core_setting_community_id'), 'core_setting', ['community_id'], unique=False)
    op.create_table('core_staff_user',
    sa.Column('login', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=30), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=False),
    sa.Column('must_change', sa.Boolean(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('locked_until', Instant(), nullable=True),
    sa.Column('last_seen', Instant(), nullable=True),
    sa.Column('area_ids', sa.JSON(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_staff_user_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_staff_user')),
    sa.UniqueConstraint('login', name=op.f('uq_core_staff_user_login'))
    )
    op.create_index(op.f('ix_core_staff_user_community_id'), 'core_staff_user', ['community_id'], unique=False)
    op.create_table('core_statistics_month',
    sa.Column('table_code', sa.String(length=80), nullable=False),
    sa.Column('area_key', BigId, nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('check_code', sa.String(length=20), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('bases', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_statistics_month_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_statistics_month')),
    sa.UniqueConstraint('community_id', 'table_code', 'area_key', 'month', name=op.f('uq_core_statistics_month_community_id_table_code_area_key_month'))
    )
    op.create_index(op.f('ix_core_statistics_month_community_id'), 'core_statistics_month', ['community_id'], unique=False)
    op.create_table('core_statistics_report',
    sa.Column('table_code', sa.String(length=80), nullable=False),
    sa.Column('period', sa.String(length=10), nullable=False),
    sa.Column('area_key', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_statistics_report_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_statistics_report')),
    sa.UniqueConstraint('community_id', 'table_code', 'period', 'area_key', name=op.f('uq_core_statistics_report_community_id_table_code_period_area_key'))
    )
    op.create_index(op.f('ix_core_statistics_report_community_id'), 'core_statistics_report', ['community_id'], unique=False)
    op.create_table('core_table_schema',
    sa.Column('plugin', sa.String(length=16), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('declared', sa.Text(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_table_schema_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_table_schema')),
    sa.UniqueConstraint('community_id', 'plugin', name=op.f('uq_core_table_schema_community_id_plugin'))
    )
    op.create_index(op.f('ix_core_table_schema_community_id'), 'core_table_schema', ['community_id'], unique=False)
    op.create_table('core_time_holder',
    sa.Column('holder_kind', sa.String(length=40), nullable=False),
    sa.Column('holder_id', BigId, nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_time_holder_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_time_holder')),
    sa.UniqueConstraint('community_id', 'holder_kind', 'holder_id', name=op.f('uq_core_time_holder_community_id_holder_kind_holder_id'))
    )
    op.create_index(op.f('ix_core_time_holder_community_id'), 'core_time_holder', ['community_id'], unique=False)
    op.create_table('core_time_publication',
    sa.Column('published_on', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('workdays', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('entered_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_time_publication_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_time_publication'))
    )
    op.create_index(op.f('ix_core_time_publication_community_id'), 'core_time_publication', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_time_publication_last_day'), 'core_time_publication', ['last_day'], unique=False)
    op.create_table('core_workday',
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=3), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('source', sa.String(length=120), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_workday_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_workday')),
    sa.UniqueConstraint('community_id', 'day', name=op.f('uq_core_workday_community_id_day'))
    )
    op.create_index(op.f('ix_core_workday_community_id'), 'core_workday', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_workday_year'), 'core_workday', ['year'], unique=False)
    op.create_table('core_attendee',
    sa.Column('gathering_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=60), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('stands_for', sa.String(length=60), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_attendee_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['gathering_id'], ['core_gathering.id'], name=op.f('fk_core_attendee_gathering_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_attendee'))
    )
    op.create_index(op.f('ix_core_attendee_community_id'), 'core_attendee', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_attendee_gathering_id'), 'core_attendee', ['gathering_id'], unique=False)
    op.create_table('core_ballot_box',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('check_code', sa.String(length=24), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_box_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_box_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_box')),
    sa.UniqueConstraint('vote_id', 'round', name=op.f('uq_core_ballot_box_vote_id_round'))
    )
    op.create_index(op.f('ix_core_ballot_box_community_id'), 'core_ballot_box', ['community_id'], unique=False)
    op.create_table('core_ballot_log',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('what', sa.String(length=40), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_log_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_log_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_log')),
    sa.UniqueConstraint('vote_id', 'n', name=op.f('uq_core_ballot_log_vote_id_n'))
    )
    op.create_index(op.f('ix_core_ballot_log_community_id'), 'core_ballot_log', ['community_id'], unique=False)
    op.create_table('core_ballot_roll',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('label', sa.String(length=200), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('group_code', sa.String(length=60), nullable=False),
    sa.Column('persons', sa.Integer(), nullable=False),
    sa.Column('area', sa.BigInteger(), nullable=False),
    sa.Column('units', sa.JSON(), nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('present', sa.Boolean(), nullable=False),
    sa.Column('given', sa.Boolean(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_roll_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_roll_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_roll')),
    sa.UniqueConstraint('vote_id', 'place', name=op.f('uq_core_ballot_roll_vote_id_place'))
    )
    op.create_index(op.f('ix_core_ballot_roll_community_id'), 'core_ballot_roll', ['community_id'], unique=False)
    op.create_table('core_ballot_roll_change',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('text', sa.String(length=300), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_roll_change_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_roll_change_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_roll_change'))
    )
    op.create_index(op.f('ix_core_ballot_roll_change_community_id'), 'core_ballot_roll_change', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_ballot_roll_change_vote_id'), 'core_ballot_roll_change', ['vote_id'], unique=False)
    op.create_table('core_ballot_secret_slip',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('entry', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=24), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('choices', sa.String(length=400), nullable=False),
    sa.Column('opinion', sa.Text(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('names', sa.String(length=120), nullable=False),
    sa.Column('reversed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_secret_slip_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('vote_id', 'round', 'entry', 'mark', 'turn', name=op.f('pk_core_ballot_secret_slip'))
    )
    op.create_table('core_ballot_slip',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('entry', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=24), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('choices', sa.String(length=400), nullable=False),
    sa.Column('opinion', sa.Text(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('names', sa.String(length=120), nullable=False),
    sa.Column('reversed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_slip_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('vote_id', 'round', 'entry', 'mark', 'turn', name=op.f('pk_core_ballot_slip'))
    )
    op.create_table('core_ballot_token',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('mark', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_token_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('vote_id', 'mark', name=op.f('pk_core_ballot_token'))
    )
    op.create_table('core_case',
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('handler_id', BigId, nullable=True),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('confidential', sa.Boolean(), nullable=False),
    sa.Column('source', sa.String(length=60), nullable=False),
    sa.Column('class_code', sa.String(length=40), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_case_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_case_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['handler_id'], ['core_staff_user.id'], name=op.f('fk_core_case_handler_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_case')),
    sa.UniqueConstraint('community_id', 'kind', 'number', name=op.f('uq_core_case_community_id_kind_number'))
    )
    op.create_index(op.f('ix_core_case_area_id'), 'core_case', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_case_community_id'), 'core_case', ['community_id'], unique=False)
    op.create_index('ix_core_case_due', 'core_case', ['community_id', 'due_on', 'id'], unique=False)
    op.create_index(op.f('ix_core_case_handler_id'), 'core_case', ['handler_id'], unique=False)
    op.create_index('ix_core_case_opened', 'core_case', ['community_id', 'kind', 'opened_on', 'id'], unique=False)
    op.create_index('ix_core_case_state', 'core_case', ['community_id', 'kind', 'state'], unique=False)
    op.create_table('core_decision',
    sa.Column('gathering_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=400), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('result', sa.String(length=300), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_decision_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['gathering_id'], ['core_gathering.id'], name=op.f('fk_core_decision_gathering_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_decision'))
    )
    op.create_index(op.f('ix_core_decision_community_id'), 'core_decision', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_decision_gathering_id'), 'core_decision', ['gathering_id'], unique=False)
    op.create_table('core_household',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('tenure', sa.String(length=10), nullable=False),
    sa.Column('contact', sa.String(length=120), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('visited_on', sa.String(length=10), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_household_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_household_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_household'))
    )
    op.create_index(op.f('ix_core_household_area_id'), 'core_household', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_household_code'), 'core_household', ['code'], unique=False)
    op.create_index(op.f('ix_core_household_community_id'), 'core_household', ['community_id'], unique=False)
    op.create_index('ix_core_household_list', 'core_household', ['community_id', 'address', 'id'], unique=False)
    op.create_table('core_import_row',
    sa.Column('batch_id', BigId, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(length=10), nullable=False),
    sa.Column('record_id', BigId, nullable=True),
    sa.Column('reasons', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('changes', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['core_import_batch.id'], name=op.f('fk_core_import_row_batch_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_import_row'))
    )
    op.create_index('ix_core_import_row_batch_id_verdict', 'core_import_row', ['batch_id', 'verdict'], unique=False)
    op.create_table('core_ledger_line',
    sa.Column('booking_id', BigId, nullable=False),
    sa.Column('account_id', BigId, nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('after', sa.BigInteger(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['core_ledger_account.id'], name=op.f('fk_core_ledger_line_account_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['booking_id'], ['core_ledger_booking.id'], name=op.f('fk_core_ledger_line_booking_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ledger_line_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ledger_line'))
    )
    op.create_index(op.f('ix_core_ledger_line_booking_id'), 'core_ledger_line', ['booking_id'], unique=False)
    op.create_index(op.f('ix_core_ledger_line_community_id'), 'core_ledger_line', ['community_id'], unique=False)
    op.create_index('ix_core_ledger_line_statement', 'core_ledger_line', ['account_id', 'id'], unique=False)
    op.create_table('core_notice_comment',
    sa.Column('notice_id', BigId, nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('who', sa.String(length=60), nullable=False),
    sa.Column('channel', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_notice_comment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['notice_id'], ['core_notice.id'], name=op.f('fk_core_notice_comment_notice_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_notice_comment'))
    )
    op.create_index(op.f('ix_core_notice_comment_community_id'), 'core_notice_comment', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_notice_comment_notice_id'), 'core_notice_comment', ['notice_id'], unique=False)
    op.create_table('core_organisation',
    sa.Column('code', sa.String(length=40), nullable=True),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('short_name', sa.String(length=60), nullable=False),
    sa.Column('pinyin', sa.String(length=400), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('uscc', sa.String(length=60), nullable=False),
    sa.Column('uscc_reason', sa.String(length=200), nullable=False),
    sa.Column('legal_representative', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('parent_id', BigId, nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('active_from', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closed_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_organisation_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_organisation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['parent_id'], ['core_organisation.id'], name=op.f('fk_core_organisation_parent_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_organisation')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_core_organisation_community_id_code'))
    )
    op.create_index(op.f('ix_core_organisation_area_id'), 'core_organisation', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_organisation_community_id'), 'core_organisation', ['community_id'], unique=False)
    op.create_index('ix_core_organisation_list', 'core_organisation', ['community_id', 'pinyin', 'id'], unique=False)
    op.create_index(op.f('ix_core_organisation_name'), 'core_organisation', ['name'], unique=False)
    op.create_index(op.f('ix_core_organisation_parent_id'), 'core_organisation', ['parent_id'], unique=False)
    op.create_index(op.f('ix_core_organisation_uscc'), 'core_organisation', ['uscc'], unique=False)
    op.create_table('core_role_right',
    sa.Column('role_id', BigId, nullable=False),
    sa.Column('permission', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['role_id'], ['core_role.id'], name=op.f('fk_core_role_right_role_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('role_id', 'permission', name=op.f('pk_core_role_right'))
    )
    op.create_table('core_schedule',
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('rule', sa.JSON(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('paused', sa.Boolean(), nullable=False),
    sa.Column('paused_reason', sa.String(length=200), nullable=False),
    sa.Column('ahead', sa.Integer(), nullable=False),
    sa.Column('who', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('made_until', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_schedule_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_schedule_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_schedule'))
    )
    op.create_index(op.f('ix_core_schedule_area_id'), 'core_schedule', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_schedule_community_id'), 'core_schedule', ['community_id'], unique=False)
    op.create_index('ix_core_schedule_kind', 'core_schedule', ['community_id', 'kind'], unique=False)
    op.create_table('core_score_rater',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('entered', sa.Integer(), nullable=False),
    sa.Column('saves', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_rater_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['core_score_round.id'], name=op.f('fk_core_score_rater_round_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_rater'))
    )
    op.create_index(op.f('ix_core_score_rater_community_id'), 'core_score_rater', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_score_rater_round_id'), 'core_score_rater', ['round_id'], unique=False)
    op.create_table('core_score_subject',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('detail', sa.String(length=200), nullable=False),
    sa.Column('subject_kind', sa.String(length=60), nullable=False),
    sa.Column('record_id', BigId, nullable=True),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('given', sa.JSON(), nullable=False),
    sa.Column('figures', sa.JSON(), nullable=False),
    sa.Column('out', sa.String(length=300), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_subject_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['core_score_round.id'], name=op.f('fk_core_score_subject_round_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_subject'))
    )
    op.create_index(op.f('ix_core_score_subject_community_id'), 'core_score_subject', ['community_id'], unique=False)
    op.create_index('ix_core_score_subject_record', 'core_score_subject', ['subject_kind', 'record_id'], unique=False)
    op.create_index(op.f('ix_core_score_subject_round_id'), 'core_score_subject', ['round_id'], unique=False)
    op.create_table('core_statistics_cell',
    sa.Column('month_id', BigId, nullable=False),
    sa.Column('figure', sa.String(length=80), nullable=False),
    sa.Column('by_key', sa.String(length=120), nullable=False),
    sa.Column('across_key', sa.String(length=120), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=False),
    sa.Column('records', sa.JSON(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_statistics_cell_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['month_id'], ['core_statistics_month.id'], name=op.f('fk_core_statistics_cell_month_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_statistics_cell'))
    )
    op.create_index(op.f('ix_core_statistics_cell_community_id'), 'core_statistics_cell', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_statistics_cell_month_id'), 'core_statistics_cell', ['month_id'], unique=False)
    op.create_table('core_statistics_correction',
    sa.Column('month_id', BigId, nullable=False),
    sa.Column('serial', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('check_code', sa.String(length=20), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_statistics_correction_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['month_id'], ['core_statistics_month.id'], name=op.f('fk_core_statistics_correction_month_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_statistics_correction')),
    sa.UniqueConstraint('month_id', 'serial', name=op.f('uq_core_statistics_correction_month_id_serial'))
    )
    op.create_index(op.f('ix_core_statistics_correction_community_id'), 'core_statistics_correction', ['community_id'], unique=False)
    op.create_table('core_time_pair',
    sa.Column('holder_kind', sa.String(length=40), nullable=False),
    sa.Column('holder_id', BigId, nullable=False),
    sa.Column('source_kind', sa.String(length=40), nullable=False),
    sa.Column('source_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('started_at', Instant(), nullable=False),
    sa.Column('ended_at', Instant(), nullable=True),
    sa.Column('unserved', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('witness', sa.String(length=60), nullable=False),
    sa.Column('late_reason', sa.String(length=200), nullable=False),
    sa.Column('objection', sa.String(length=400), nullable=False),
    sa.Column('publication_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('ended_at IS NULL OR ended_at > started_at', name=op.f('ck_core_time_pair_order')),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_time_pair_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['publication_id'], ['core_time_publication.id'], name=op.f('fk_core_time_pair_publication_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_time_pair'))
    )
    op.create_index(op.f('ix_core_time_pair_community_id'), 'core_time_pair', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_time_pair_day'), 'core_time_pair', ['day'], unique=False)
    op.create_index('ix_core_time_pair_holder', 'core_time_pair', ['holder_kind', 'holder_id', 'started_at'], unique=False)
    op.create_index(op.f('ix_core_time_pair_publication_id'), 'core_time_pair', ['publication_id'], unique=False)
    op.create_index('ix_core_time_pair_source', 'core_time_pair', ['source_kind', 'source_id'], unique=False)
    op.create_index(op.f('ix_core_time_pair_state'), 'core_time_pair', ['state'], unique=False)
    op.create_table('core_user_role',
    sa.Column('user_id', BigId, nullable=False),
    sa.Column('role_id', BigId, nullable=False),
    sa.ForeignKeyConstraint(['role_id'], ['core_role.id'], name=op.f('fk_core_user_role_role_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['user_id'], ['core_staff_user.id'], name=op.f('fk_core_user_role_user_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('user_id', 'role_id', name=op.f('pk_core_user_role'))
    )
    op.create_table('core_venue',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('keeper', sa.String(length=60), nullable=False),
    sa.Column('keeper_phone', sa.String(length=40), nullable=False),
    sa.Column('hours', sa.String(length=200), nullable=False),
    sa.Column('equipment', sa.String(length=200), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_venue_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_venue_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_venue'))
    )
    op.create_index(op.f('ix_core_venue_area_id'), 'core_venue', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_venue_community_id'), 'core_venue', ['community_id'], unique=False)
    op.create_table('core_ballot_paper',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('roll_id', BigId, nullable=False),
    sa.Column('mark', sa.String(length=24), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=False),
    sa.Column('unit', sa.Integer(), nullable=False),
    sa.Column('delivery', sa.String(length=40), nullable=False),
    sa.Column('given_on', sa.Date(), nullable=True),
    sa.Column('given_to', sa.String(length=60), nullable=False),
    sa.Column('returned_on', sa.Date(), nullable=True),
    sa.Column('spoiled', sa.Boolean(), nullable=False),
    sa.Column('outside', sa.String(length=64), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_paper_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['roll_id'], ['core_ballot_roll.id'], name=op.f('fk_core_ballot_paper_roll_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_paper_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_paper')),
    sa.UniqueConstraint('vote_id', 'mark', name=op.f('uq_core_ballot_paper_vote_id_mark'))
    )
    op.create_index(op.f('ix_core_ballot_paper_community_id'), 'core_ballot_paper', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_ballot_paper_roll_id'), 'core_ballot_paper', ['roll_id'], unique=False)
    op.create_table('core_ballot_proxy',
    sa.Column('vote_id', BigId, nullable=False),
    sa.Column('roll_id', BigId, nullable=False),
    sa.Column('agent', sa.String(length=60), nullable=False),
    sa.Column('agent_key', sa.String(length=120), nullable=False),
    sa.Column('scope', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ballot_proxy_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['roll_id'], ['core_ballot_roll.id'], name=op.f('fk_core_ballot_proxy_roll_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['vote_id'], ['core_ballot_vote.id'], name=op.f('fk_core_ballot_proxy_vote_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ballot_proxy')),
    sa.UniqueConstraint('vote_id', 'roll_id', name=op.f('uq_core_ballot_proxy_vote_id_roll_id'))
    )
    op.create_index(op.f('ix_core_ballot_proxy_community_id'), 'core_ballot_proxy', ['community_id'], unique=False)
    op.create_table('core_booking',
    sa.Column('venue_id', BigId, nullable=False),
    sa.Column('starts_at', Instant(), nullable=False),
    sa.Column('ends_at', Instant(), nullable=False),
    sa.Column('purpose', sa.String(length=120), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('cancelled_at', Instant(), nullable=True),
    sa.Column('cancelled_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_core_booking_order')),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_booking_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['venue_id'], ['core_venue.id'], name=op.f('fk_core_booking_venue_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_booking'))
    )
    op.create_index(op.f('ix_core_booking_community_id'), 'core_booking', ['community_id'], unique=False)
    op.create_index('ix_core_booking_times', 'core_booking', ['venue_id', 'starts_at'], unique=False)
    op.create_table('core_case_clock',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('limit_code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('amount', sa.Integer(), nullable=False),
    sa.Column('unit', sa.String(length=10), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('unmoved_on', sa.Date(), nullable=False),
    sa.Column('paused_on', sa.Date(), nullable=True),
    sa.Column('paused_reason', sa.String(length=200), nullable=False),
    sa.Column('stopped_on', sa.Date(), nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_core_case_clock_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_case_clock_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_case_clock'))
    )
    op.create_index(op.f('ix_core_case_clock_case_id'), 'core_case_clock', ['case_id'], unique=False)
    op.create_index(op.f('ix_core_case_clock_community_id'), 'core_case_clock', ['community_id'], unique=False)
    op.create_index('ix_core_case_clock_running', 'core_case_clock', ['community_id', 'stopped_on', 'unmoved_on'], unique=False)
    op.create_table('core_case_entry',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('who', sa.String(length=64), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('what', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('from_state', sa.String(length=40), nullable=False),
    sa.Column('to_state', sa.String(length=40), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_core_case_entry_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_case_entry_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_case_entry'))
    )
    op.create_index(op.f('ix_core_case_entry_case_id'), 'core_case_entry', ['case_id'], unique=False)
    op.create_index(op.f('ix_core_case_entry_community_id'), 'core_case_entry', ['community_id'], unique=False)
    op.create_table('core_case_handler',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('user_id', BigId, nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_core_case_handler_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_case_handler_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['user_id'], ['core_staff_user.id'], name=op.f('fk_core_case_handler_user_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_case_handler')),
    sa.UniqueConstraint('case_id', 'user_id', name=op.f('uq_core_case_handler_case_id_user_id'))
    )
    op.create_index(op.f('ix_core_case_handler_community_id'), 'core_case_handler', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_case_handler_user_id'), 'core_case_handler', ['user_id'], unique=False)
    op.create_table('core_ledger_lot',
    sa.Column('account_id', BigId, nullable=False),
    sa.Column('line_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=True),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('rest', sa.BigInteger(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('rest >= 0 AND rest <= amount', name=op.f('ck_core_ledger_lot_rest')),
    sa.ForeignKeyConstraint(['account_id'], ['core_ledger_account.id'], name=op.f('fk_core_ledger_lot_account_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ledger_lot_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['line_id'], ['core_ledger_line.id'], name=op.f('fk_core_ledger_lot_line_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ledger_lot'))
    )
    op.create_index(op.f('ix_core_ledger_lot_community_id'), 'core_ledger_lot', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_ledger_lot_last_day'), 'core_ledger_lot', ['last_day'], unique=False)
    op.create_index(op.f('ix_core_ledger_lot_line_id'), 'core_ledger_lot', ['line_id'], unique=False)
    op.create_index('ix_core_ledger_lot_open', 'core_ledger_lot', ['account_id', 'last_day'], unique=False)
    op.create_table('core_occurrence',
    sa.Column('schedule_id', BigId, nullable=False),
    sa.Column('nominal', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('done_by', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=False),
    sa.Column('result_kind', sa.String(length=60), nullable=False),
    sa.Column('result_id', BigId, nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_occurrence_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['schedule_id'], ['core_schedule.id'], name=op.f('fk_core_occurrence_schedule_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_occurrence')),
    sa.UniqueConstraint('schedule_id', 'nominal', name=op.f('uq_core_occurrence_schedule_id_nominal'))
    )
    op.create_index(op.f('ix_core_occurrence_community_id'), 'core_occurrence', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_occurrence_due_on'), 'core_occurrence', ['due_on'], unique=False)
    op.create_table('core_person',
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('pinyin', sa.String(length=200), nullable=False),
    sa.Column('initials', sa.String(length=60), nullable=False),
    sa.Column('pinyin_given', sa.String(length=200), nullable=False),
    sa.Column('sex', sa.String(length=1), nullable=False),
    sa.Column('birth', sa.String(length=10), nullable=False),
    sa.Column('household_id', BigId, nullable=True),
    sa.Column('relation', sa.String(length=2), nullable=False),
    sa.Column('resident_kind', sa.String(length=12), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('moved_in', sa.String(length=10), nullable=False),
    sa.Column('moved_out', sa.String(length=10), nullable=False),
    sa.Column('deceased_on', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('merged_into_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_person_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_person_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['household_id'], ['core_household.id'], name=op.f('fk_core_person_household_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['merged_into_id'], ['core_person.id'], name=op.f('fk_core_person_merged_into_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_person'))
    )
    op.create_index(op.f('ix_core_person_area_id'), 'core_person', ['area_id'], unique=False)
    op.create_index('ix_core_person_born', 'core_person', ['community_id', 'birth', 'id', 'state'], unique=False)
    op.create_index(op.f('ix_core_person_community_id'), 'core_person', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_person_household_id'), 'core_person', ['household_id'], unique=False)
    op.create_index(op.f('ix_core_person_initials'), 'core_person', ['initials'], unique=False)
    op.create_index('ix_core_person_list', 'core_person', ['community_id', 'pinyin', 'id', 'state'], unique=False)
    op.create_index(op.f('ix_core_person_merged_into_id'), 'core_person', ['merged_into_id'], unique=False)
    op.create_index(op.f('ix_core_person_name'), 'core_person', ['name'], unique=False)
    op.create_table('core_score_award',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('subject_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('given_on', sa.Date(), nullable=False),
    sa.Column('withdrawn', sa.String(length=300), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_award_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['core_score_round.id'], name=op.f('fk_core_score_award_round_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['subject_id'], ['core_score_subject.id'], name=op.f('fk_core_score_award_subject_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_award'))
    )
    op.create_index(op.f('ix_core_score_award_community_id'), 'core_score_award', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_score_award_round_id'), 'core_score_award', ['round_id'], unique=False)
    op.create_index(op.f('ix_core_score_award_subject_id'), 'core_score_award', ['subject_id'], unique=False)
    op.create_table('core_score_mark',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('subject_id', BigId, nullable=False),
    sa.Column('rater_id', BigId, nullable=False),
    sa.Column('criterion', sa.String(length=40), nullable=False),
    sa.Column('entry', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('value >= 0', name=op.f('ck_core_score_mark_value')),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_score_mark_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['rater_id'], ['core_score_rater.id'], name=op.f('fk_core_score_mark_rater_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['core_score_round.id'], name=op.f('fk_core_score_mark_round_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['subject_id'], ['core_score_subject.id'], name=op.f('fk_core_score_mark_subject_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_score_mark')),
    sa.UniqueConstraint('subject_id', 'rater_id', 'criterion', 'entry', name=op.f('uq_core_score_mark_subject_id_rater_id_criterion_entry'))
    )
    op.create_index(op.f('ix_core_score_mark_community_id'), 'core_score_mark', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_score_mark_rater_id'), 'core_score_mark', ['rater_id'], unique=False)
    op.create_index(op.f('ix_core_score_mark_round_id'), 'core_score_mark', ['round_id'], unique=False)
    op.create_table('core_statistics_change',
    sa.Column('correction_id', BigId, nullable=False),
    sa.Column('figure', sa.String(length=80), nullable=False),
    sa.Column('by_key', sa.String(length=120), nullable=False),
    sa.Column('across_key', sa.String(length=120), nullable=False),
    sa.Column('change', sa.BigInteger(), nullable=False),
    sa.Column('added', sa.JSON(), nullable=False),
    sa.Column('removed', sa.JSON(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_statistics_change_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['correction_id'], ['core_statistics_correction.id'], name=op.f('fk_core_statistics_change_correction_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_statistics_change'))
    )
    op.create_index(op.f('ix_core_statistics_change_community_id'), 'core_statistics_change', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_statistics_change_correction_id'), 'core_statistics_change', ['correction_id'], unique=False)
    op.create_table('core_table_record',
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('case_id', BigId, nullable=True),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('removed', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_core_table_record_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_table_record_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_table_record')),
    sa.UniqueConstraint('case_id', name=op.f('uq_core_table_record_case_id'))
    )
    op.create_index(op.f('ix_core_table_record_community_id'), 'core_table_record', ['community_id'], unique=False)
    op.create_index('ix_core_table_record_list', 'core_table_record', ['community_id', 'kind', 'removed', 'id'], unique=False)
    op.create_table('core_time_entry',
    sa.Column('pair_id', BigId, nullable=False),
    sa.Column('holder_kind', sa.String(length=40), nullable=False),
    sa.Column('holder_id', BigId, nullable=False),
    sa.Column('source_kind', sa.String(length=40), nullable=False),
    sa.Column('source_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('witness', sa.String(length=60), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('minutes <> 0', name=op.f('ck_core_time_entry_minutes')),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_time_entry_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['pair_id'], ['core_time_pair.id'], name=op.f('fk_core_time_entry_pair_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_time_entry'))
    )
    op.create_index(op.f('ix_core_time_entry_community_id'), 'core_time_entry', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_time_entry_day'), 'core_time_entry', ['day'], unique=False)
    op.create_index('ix_core_time_entry_holder', 'core_time_entry', ['holder_kind', 'holder_id', 'day'], unique=False)
    op.create_index(op.f('ix_core_time_entry_pair_id'), 'core_time_entry', ['pair_id'], unique=False)
    op.create_index('ix_core_time_entry_source', 'core_time_entry', ['source_kind', 'source_id'], unique=False)
    op.create_table('core_appointment',
    sa.Column('post', sa.String(length=60), nullable=False),
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('organisation_id', BigId, nullable=True),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('ended_reason', sa.String(length=200), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('publish', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('ends_on IS NULL OR ends_on >= starts_on', name=op.f('ck_core_appointment_order')),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_appointment_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_appointment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['organisation_id'], ['core_organisation.id'], name=op.f('fk_core_appointment_organisation_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_appointment_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_appointment'))
    )
    op.create_index(op.f('ix_core_appointment_area_id'), 'core_appointment', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_appointment_community_id'), 'core_appointment', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_appointment_organisation_id'), 'core_appointment', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_core_appointment_person_id'), 'core_appointment', ['person_id'], unique=False)
    op.create_index(op.f('ix_core_appointment_post'), 'core_appointment', ['post'], unique=False)
    op.create_table('core_case_person',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('organisation_id', BigId, nullable=True),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.CheckConstraint('(person_id IS NULL) <> (organisation_id IS NULL)', name=op.f('ck_core_case_person_one_party')),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_core_case_person_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_case_person_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['organisation_id'], ['core_organisation.id'], name=op.f('fk_core_case_person_organisation_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_case_person_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_case_person'))
    )
    op.create_index(op.f('ix_core_case_person_case_id'), 'core_case_person', ['case_id'], unique=False)
    op.create_index(op.f('ix_core_case_person_community_id'), 'core_case_person', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_case_person_organisation_id'), 'core_case_person', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_core_case_person_person_id'), 'core_case_person', ['person_id'], unique=False)
    op.create_table('core_identity_paper',
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('lookup', sa.String(length=64), nullable=False),
    sa.Column('expires', sa.String(length=10), nullable=False),
    sa.Column('findings', sa.JSON(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_identity_paper_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_identity_paper_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_identity_paper'))
    )
    op.create_index(op.f('ix_core_identity_paper_community_id'), 'core_identity_paper', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_identity_paper_lookup'), 'core_identity_paper', ['lookup'], unique=False)
    op.create_index(op.f('ix_core_identity_paper_person_id'), 'core_identity_paper', ['person_id'], unique=False)
    op.create_table('core_ledger_use',
    sa.Column('lot_id', BigId, nullable=False),
    sa.Column('line_id', BigId, nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_ledger_use_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['line_id'], ['core_ledger_line.id'], name=op.f('fk_core_ledger_use_line_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['lot_id'], ['core_ledger_lot.id'], name=op.f('fk_core_ledger_use_lot_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_ledger_use'))
    )
    op.create_index(op.f('ix_core_ledger_use_community_id'), 'core_ledger_use', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_ledger_use_line_id'), 'core_ledger_use', ['line_id'], unique=False)
    op.create_index(op.f('ix_core_ledger_use_lot_id'), 'core_ledger_use', ['lot_id'], unique=False)
    op.create_table('core_person_merge',
    sa.Column('kept_id', BigId, nullable=False),
    sa.Column('gone_id', BigId, nullable=False),
    sa.Column('gone_state', sa.String(length=12), nullable=False),
    sa.Column('moved', sa.JSON(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('undone_at', Instant(), nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_person_merge_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['gone_id'], ['core_person.id'], name=op.f('fk_core_person_merge_gone_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['kept_id'], ['core_person.id'], name=op.f('fk_core_person_merge_kept_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_person_merge'))
    )
    op.create_index(op.f('ix_core_person_merge_community_id'), 'core_person_merge', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_person_merge_gone_id'), 'core_person_merge', ['gone_id'], unique=False)
    op.create_index(op.f('ix_core_person_merge_kept_id'), 'core_person_merge', ['kept_id'], unique=False)
    op.create_table('core_person_phone',
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('owner', sa.String(length=12), nullable=False),
    sa.Column('label', sa.String(length=60), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_person_phone_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_person_phone_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_person_phone'))
    )
    op.create_index(op.f('ix_core_person_phone_community_id'), 'core_person_phone', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_person_phone_number'), 'core_person_phone', ['number'], unique=False)
    op.create_index(op.f('ix_core_person_phone_person_id'), 'core_person_phone', ['person_id'], unique=False)
    op.create_table('core_table_value',
    sa.Column('record_id', BigId, nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.Column('word', sa.String(length=200), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_table_value_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_table_value_person_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['record_id'], ['core_table_record.id'], name=op.f('fk_core_table_value_record_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_table_value')),
    sa.UniqueConstraint('record_id', 'field', name=op.f('uq_core_table_value_record_id_field'))
    )
    op.create_index('ix_core_table_value_amount', 'core_table_value', ['community_id', 'kind', 'field', 'amount', 'record_id'], unique=False)
    op.create_index(op.f('ix_core_table_value_community_id'), 'core_table_value', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_table_value_person_id'), 'core_table_value', ['person_id'], unique=False)
    op.create_index('ix_core_table_value_word', 'core_table_value', ['community_id', 'kind', 'field', 'word', 'record_id'], unique=False)
    op.create_table('core_visit',
    sa.Column('purpose', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('way', sa.String(length=10), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('visited_at', Instant(), nullable=True),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('household_id', BigId, nullable=True),
    sa.Column('organisation_id', BigId, nullable=True),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('met', sa.String(length=120), nullable=False),
    sa.Column('people', sa.Integer(), nullable=True),
    sa.Column('findings', sa.JSON(), nullable=False),
    sa.Column('worrying', sa.Boolean(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('handled', sa.Text(), nullable=False),
    sa.Column('solved', sa.Boolean(), nullable=True),
    sa.Column('follow_up_on', sa.Date(), nullable=True),
    sa.Column('follow_up', sa.String(length=200), nullable=False),
    sa.Column('follow_up_done', sa.Boolean(), nullable=False),
    sa.Column('follows_id', BigId, nullable=True),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('owner_kind', sa.String(length=60), nullable=False),
    sa.Column('owner_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_core_visit_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_visit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['follows_id'], ['core_visit.id'], name=op.f('fk_core_visit_follows_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['household_id'], ['core_household.id'], name=op.f('fk_core_visit_household_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['organisation_id'], ['core_organisation.id'], name=op.f('fk_core_visit_organisation_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_visit_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_visit'))
    )
    op.create_index(op.f('ix_core_visit_area_id'), 'core_visit', ['area_id'], unique=False)
    op.create_index(op.f('ix_core_visit_community_id'), 'core_visit', ['community_id'], unique=False)
    op.create_index('ix_core_visit_day', 'core_visit', ['community_id', 'day', 'id'], unique=False)
    op.create_index(op.f('ix_core_visit_follow_up_on'), 'core_visit', ['follow_up_on'], unique=False)
    op.create_index(op.f('ix_core_visit_follows_id'), 'core_visit', ['follows_id'], unique=False)
    op.create_index(op.f('ix_core_visit_household_id'), 'core_visit', ['household_id'], unique=False)
    op.create_index(op.f('ix_core_visit_organisation_id'), 'core_visit', ['organisation_id'], unique=False)
    op.create_index('ix_core_visit_owner', 'core_visit', ['owner_kind', 'owner_id'], unique=False)
    op.create_index(op.f('ix_core_visit_person_id'), 'core_visit', ['person_id'], unique=False)
    op.create_index('ix_core_visit_planned', 'core_visit', ['community_id', 'state', 'planned_on'], unique=False)
    op.create_table('core_visit_note',
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('household_id', BigId, nullable=True),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('text', sa.String(length=500), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_visit_note_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['household_id'], ['core_household.id'], name=op.f('fk_core_visit_note_household_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_visit_note_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_visit_note'))
    )
    op.create_index(op.f('ix_core_visit_note_community_id'), 'core_visit_note', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_visit_note_household_id'), 'core_visit_note', ['household_id'], unique=False)
    op.create_index(op.f('ix_core_visit_note_person_id'), 'core_visit_note', ['person_id'], unique=False)
    op.create_table('core_visit_outcome',
    sa.Column('visit_id', BigId, nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('record_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_visit_outcome_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['visit_id'], ['core_visit.id'], name=op.f('fk_core_visit_outcome_visit_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_visit_outcome'))
    )
    op.create_index(op.f('ix_core_visit_outcome_community_id'), 'core_visit_outcome', ['community_id'], unique=False)
    op.create_index('ix_core_visit_outcome_record', 'core_visit_outcome', ['kind', 'record_id'], unique=False)
    op.create_index(op.f('ix_core_visit_outcome_visit_id'), 'core_visit_outcome', ['visit_id'], unique=False)
    op.create_table('core_visitor',
    sa.Column('visit_id', BigId, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('user_id', BigId, nullable=True),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_visitor_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['user_id'], ['core_staff_user.id'], name=op.f('fk_core_visitor_user_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['visit_id'], ['core_visit.id'], name=op.f('fk_core_visitor_visit_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_visitor'))
    )
    op.create_index(op.f('ix_core_visitor_community_id'), 'core_visitor', ['community_id'], unique=False)
    op.create_index(op.f('ix_core_visitor_user_id'), 'core_visitor', ['user_id'], unique=False)
    op.create_index(op.f('ix_core_visitor_visit_id'), 'core_visitor', ['visit_id'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_core_visitor_visit_id'), table_name='core_visitor')
    op.drop_index(op.f('ix_core_visitor_user_id'), table_name='core_visitor')
    op.drop_index(op.f('ix_core_visitor_community_id'), table_name='core_visitor')
    op.drop_table('core_visitor')
    op.drop_index(op.f('ix_core_visit_outcome_visit_id'), table_name='core_visit_outcome')
    op.drop_index('ix_core_visit_outcome_record', table_name='core_visit_outcome')
    op.drop_index(op.f('ix_core_visit_outcome_community_id'), table_name='core_visit_outcome')
    op.drop_table('core_visit_outcome')
    op.drop_index(op.f('ix_core_visit_note_person_id'), table_name='core_visit_note')
    op.drop_index(op.f('ix_core_visit_note_household_id'), table_name='core_visit_note')
    op.drop_index(op.f('ix_core_visit_note_community_id'), table_name='core_visit_note')
    op.drop_table('core_visit_note')
    op.drop_index('ix_core_visit_planned', table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_person_id'), table_name='core_visit')
    op.drop_index('ix_core_visit_owner', table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_organisation_id'), table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_household_id'), table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_follows_id'), table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_follow_up_on'), table_name='core_visit')
    op.drop_index('ix_core_visit_day', table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_community_id'), table_name='core_visit')
    op.drop_index(op.f('ix_core_visit_area_id'), table_name='core_visit')
    op.drop_table('core_visit')
    op.drop_index('ix_core_table_value_word', table_name='core_table_value')
    op.drop_index(op.f('ix_core_table_value_person_id'), table_name='core_table_value')
    op.drop_index(op.f('ix_core_table_value_community_id'), table_name='core_table_value')
    op.drop_index('ix_core_table_value_amount', table_name='core_table_value')
    op.drop_table('core_table_value')
    op.drop_index(op.f('ix_core_person_phone_person_id'), table_name='core_person_phone')
    op.drop_index(op.f('ix_core_person_phone_number'), table_name='core_person_phone')
    op.drop_index(op.f('ix_core_person_phone_community_id'), table_name='core_person_phone')
    op.drop_table('core_person_phone')
    op.drop_index(op.f('ix_core_person_merge_kept_id'), table_name='core_person_merge')
    op.drop_index(op.f('ix_core_person_merge_gone_id'), table_name='core_person_merge')
    op.drop_index(op.f('ix_core_person_merge_community_id'), table_name='core_person_merge')
    op.drop_table('core_person_merge')
    op.drop_index(op.f('ix_core_ledger_use_lot_id'), table_name='core_ledger_use')
    op.drop_index(op.f('ix_core_ledger_use_line_id'), table_name='core_ledger_use')
    op.drop_index(op.f('ix_core_ledger_use_community_id'), table_name='core_ledger_use')
    op.drop_table('core_ledger_use')
    op.drop_index(op.f('ix_core_identity_paper_person_id'), table_name='core_identity_paper')
    op.drop_index(op.f('ix_core_identity_paper_lookup'), table_name='core_identity_paper')
    op.drop_index(op.f('ix_core_identity_paper_community_id'), table_name='core_identity_paper')
    op.drop_table('core_identity_paper')
    op.drop_index(op.f('ix_core_case_person_person_id'), table_name='core_case_person')
    op.drop_index(op.f('ix_core_case_person_organisation_id'), table_name='core_case_person')
    op.drop_index(op.f('ix_core_case_person_community_id'), table_name='core_case_person')
    op.drop_index(op.f('ix_core_case_person_case_id'), table_name='core_case_person')
    op.drop_table('core_case_person')
    op.drop_index(op.f('ix_core_appointment_post'), table_name='core_appointment')
    op.drop_index(op.f('ix_core_appointment_person_id'), table_name='core_appointment')
    op.drop_index(op.f('ix_core_appointment_organisation_id'), table_name='core_appointment')
    op.drop_index(op.f('ix_core_appointment_community_id'), table_name='core_appointment')
    op.drop_index(op.f('ix_core_appointment_area_id'), table_name='core_appointment')
    op.drop_table('core_appointment')
    op.drop_index('ix_core_time_entry_source', table_name='core_time_entry')
    op.drop_index(op.f('ix_core_time_entry_pair_id'), table_name='core_time_entry')
    op.drop_index('ix_core_time_entry_holder', table_name='core_time_entry')
    op.drop_index(op.f('ix_core_time_entry_day'), table_name='core_time_entry')
    op.drop_index(op.f('ix_core_time_entry_community_id'), table_name='core_time_entry')
    op.drop_table('core_time_entry')
    op.drop_index('ix_core_table_record_list', table_name='core_table_record')
    op.drop_index(op.f('ix_core_table_record_community_id'), table_name='core_table_record')
    op.drop_table('core_table_record')
    op.drop_index(op.f('ix_core_statistics_change_correction_id'), table_name='core_statistics_change')
    op.drop_index(op.f('ix_core_statistics_change_community_id'), table_name='core_statistics_change')
    op.drop_table('core_statistics_change')
    op.drop_index(op.f('ix_core_score_mark_round_id'), table_name='core_score_mark')
    op.drop_index(op.f('ix_core_score_mark_rater_id'), table_name='core_score_mark')
    op.drop_index(op.f('ix_core_score_mark_community_id'), table_name='core_score_mark')
    op.drop_table('core_score_mark')
    op.drop_index(op.f('ix_core_score_award_subject_id'), table_name='core_score_award')
    op.drop_index(op.f('ix_core_score_award_round_id'), table_name='core_score_award')
    op.drop_index(op.f('ix_core_score_award_community_id'), table_name='core_score_award')
    op.drop_table('core_score_award')
    op.drop_index(op.f('ix_core_person_name'), table_name='core_person')
    op.drop_index(op.f('ix_core_person_merged_into_id'), table_name='core_person')
    op.drop_index('ix_core_person_list', table_name='core_person')
    op.drop_index(op.f('ix_core_person_initials'), table_name='core_person')
    op.drop_index(op.f('ix_core_person_household_id'), table_name='core_person')
    op.drop_index(op.f('ix_core_person_community_id'), table_name='core_person')
    op.drop_index('ix_core_person_born', table_name='core_person')
    op.drop_index(op.f('ix_core_person_area_id'), table_name='core_person')
    op.drop_table('core_person')
    op.drop_index(op.f('ix_core_occurrence_due_on'), table_name='core_occurrence')
    op.drop_index(op.f('ix_core_occurrence_community_id'), table_name='core_occurrence')
    op.drop_table('core_occurrence')
    op.drop_index('ix_core_ledger_lot_open', table_name='core_ledger_lot')
    op.drop_index(op.f('ix_core_ledger_lot_line_id'), table_name='core_ledger_lot')
    op.drop_index(op.f('ix_core_ledger_lot_last_day'), table_name='core_ledger_lot')
    op.drop_index(op.f('ix_core_ledger_lot_community_id'), table_name='core_ledger_lot')
    op.drop_table('core_ledger_lot')
    op.drop_index(op.f('ix_core_case_handler_user_id'), table_name='core_case_handler')
    op.drop_index(op.f('ix_core_case_handler_community_id'), table_name='core_case_handler')
    op.drop_table('core_case_handler')
    op.drop_index(op.f('ix_core_case_entry_community_id'), table_name='core_case_entry')
    op.drop_index(op.f('ix_core_case_entry_case_id'), table_name='core_case_entry')
    op.drop_table('core_case_entry')
    op.drop_index('ix_core_case_clock_running', table_name='core_case_clock')
    op.drop_index(op.f('ix_core_case_clock_community_id'), table_name='core_case_clock')
    op.drop_index(op.f('ix_core_case_clock_case_id'), table_name='core_case_clock')
    op.drop_table('core_case_clock')
    op.drop_index('ix_core_booking_times', table_name='core_booking')
    op.drop_index(op.f('ix_core_booking_community_id'), table_name='core_booking')
    op.drop_table('core_booking')
    op.drop_index(op.f('ix_core_ballot_proxy_community_id'), table_name='core_ballot_proxy')
    op.drop_table('core_ballot_proxy')
    op.drop_index(op.f('ix_core_ballot_paper_roll_id'), table_name='core_ballot_paper')
    op.drop_index(op.f('ix_core_ballot_paper_community_id'), table_name='core_ballot_paper')
    op.drop_table('core_ballot_paper')
    op.drop_index(op.f('ix_core_venue_community_id'), table_name='core_venue')
    op.drop_index(op.f('ix_core_venue_area_id'), table_name='core_venue')
    op.drop_table('core_venue')
    op.drop_table('core_user_role')
    op.drop_index(op.f('ix_core_time_pair_state'), table_name='core_time_pair')
    op.drop_index('ix_core_time_pair_source', table_name='core_time_pair')
    op.drop_index(op.f('ix_core_time_pair_publication_id'), table_name='core_time_pair')
    op.drop_index('ix_core_time_pair_holder', table_name='core_time_pair')
    op.drop_index(op.f('ix_core_time_pair_day'), table_name='core_time_pair')
    op.drop_index(op.f('ix_core_time_pair_community_id'), table_name='core_time_pair')
    op.drop_table('core_time_pair')
    op.drop_index(op.f('ix_core_statistics_correction_community_id'), table_name='core_statistics_correction')
    op.drop_table('core_statistics_correction')
    op.drop_index(op.f('ix_core_statistics_cell_month_id'), table_name='core_statistics_cell')
    op.drop_index(op.f('ix_core_statistics_cell_community_id'), table_name='core_statistics_cell')
    op.drop_table('core_statistics_cell')
    op.drop_index(op.f('ix_core_score_subject_round_id'), table_name='core_score_subject')
    op.drop_index('ix_core_score_subject_record', table_name='core_score_subject')
    op.drop_index(op.f('ix_core_score_subject_community_id'), table_name='core_score_subject')
    op.drop_table('core_score_subject')
    op.drop_index(op.f('ix_core_score_rater_round_id'), table_name='core_score_rater')
    op.drop_index(op.f('ix_core_score_rater_community_id'), table_name='core_score_rater')
    op.drop_table('core_score_rater')
    op.drop_index('ix_core_schedule_kind', table_name='core_schedule')
    op.drop_index(op.f('ix_core_schedule_community_id'), table_name='core_schedule')
    op.drop_index(op.f('ix_core_schedule_area_id'), table_name='core_schedule')
    op.drop_table('core_schedule')
    op.drop_table('core_role_right')
    op.drop_index(op.f('ix_core_organisation_uscc'), table_name='core_organisation')
    op.drop_index(op.f('ix_core_organisation_parent_id'), table_name='core_organisation')
    op.drop_index(op.f('ix_core_organisation_name'), table_name='core_organisation')
    op.drop_index('ix_core_organisation_list', table_name='core_organisation')
    op.drop_index(op.f('ix_core_organisation_community_id'), table_name='core_organisation')
    op.drop_index(op.f('ix_core_organisation_area_id'), table_name='core_organisation')
    op.drop_table('core_organisation')
    op.drop_index(op.f('ix_core_notice_comment_notice_id'), table_name='core_notice_comment')
    op.drop_index(op.f('ix_core_notice_comment_community_id'), table_name='core_notice_comment')
    op.drop_table('core_notice_comment')
    op.drop_index('ix_core_ledger_line_statement', table_name='core_ledger_line')
    op.drop_index(op.f('ix_core_ledger_line_community_id'), table_name='core_ledger_line')
    op.drop_index(op.f('ix_core_ledger_line_booking_id'), table_name='core_ledger_line')
    op.drop_table('core_ledger_line')
    op.drop_index('ix_core_import_row_batch_id_verdict', table_name='core_import_row')
    op.drop_table('core_import_row')
    op.drop_index('ix_core_household_list', table_name='core_household')
    op.drop_index(op.f('ix_core_household_community_id'), table_name='core_household')
    op.drop_index(op.f('ix_core_household_code'), table_name='core_household')
    op.drop_index(op.f('ix_core_household_area_id'), table_name='core_household')
    op.drop_table('core_household')
    op.drop_index(op.f('ix_core_decision_gathering_id'), table_name='core_decision')
    op.drop_index(op.f('ix_core_decision_community_id'), table_name='core_decision')
    op.drop_table('core_decision')
    op.drop_index('ix_core_case_state', table_name='core_case')
    op.drop_index('ix_core_case_opened', table_name='core_case')
    op.drop_index(op.f('ix_core_case_handler_id'), table_name='core_case')
    op.drop_index('ix_core_case_due', table_name='core_case')
    op.drop_index(op.f('ix_core_case_community_id'), table_name='core_case')
    op.drop_index(op.f('ix_core_case_area_id'), table_name='core_case')
    op.drop_table('core_case')
    op.drop_table('core_ballot_token')
    op.drop_table('core_ballot_slip')
    op.drop_table('core_ballot_secret_slip')
    op.drop_index(op.f('ix_core_ballot_roll_change_vote_id'), table_name='core_ballot_roll_change')
    op.drop_index(op.f('ix_core_ballot_roll_change_community_id'), table_name='core_ballot_roll_change')
    op.drop_table('core_ballot_roll_change')
    op.drop_index(op.f('ix_core_ballot_roll_community_id'), table_name='core_ballot_roll')
    op.drop_table('core_ballot_roll')
    op.drop_index(op.f('ix_core_ballot_log_community_id'), table_name='core_ballot_log')
    op.drop_table('core_ballot_log')
    op.drop_index(op.f('ix_core_ballot_box_community_id'), table_name='core_ballot_box')
    op.drop_table('core_ballot_box')
    op.drop_index(op.f('ix_core_attendee_gathering_id'), table_name='core_attendee')
    op.drop_index(op.f('ix_core_attendee_community_id'), table_name='core_attendee')
    op.drop_table('core_attendee')
    op.drop_index(op.f('ix_core_workday_year'), table_name='core_workday')
    op.drop_index(op.f('ix_core_workday_community_id'), table_name='core_workday')
    op.drop_table('core_workday')
    op.drop_index(op.f('ix_core_time_publication_last_day'), table_name='core_time_publication')
    op.drop_index(op.f('ix_core_time_publication_community_id'), table_name='core_time_publication')
    op.drop_table('core_time_publication')
    op.drop_index(op.f('ix_core_time_holder_community_id'), table_name='core_time_holder')
    op.drop_table('core_time_holder')
    op.drop_index(op.f('ix_core_table_schema_community_id'), table_name='core_table_schema')
    op.drop_table('core_table_schema')
    op.drop_index(op.f('ix_core_statistics_report_community_id'), table_name='core_statistics_report')
    op.drop_table('core_statistics_report')
    op.drop_index(op.f('ix_core_statistics_month_community_id'), table_name='core_statistics_month')
    op.drop_table('core_statistics_month')
    op.drop_index(op.f('ix_core_staff_user_community_id'), table_name='core_staff_user')
    op.drop_table('core_staff_user')
    op.drop_index(op.f('ix_core_setting_community_id'), table_name='core_setting')
    op.drop_table('core_setting')
    op.drop_index('ix_core_search_doc_first', table_name='core_search_doc')
    op.drop_index(op.f('ix_core_search_doc_community_id'), table_name='core_search_doc')
    op.drop_table('core_search_doc')
    op.drop_index(op.f('ix_core_score_sheet_community_id'), table_name='core_score_sheet')
    op.drop_table('core_score_sheet')
    op.drop_index(op.f('ix_core_score_round_state'), table_name='core_score_round')
    op.drop_index(op.f('ix_core_score_round_scheme'), table_name='core_score_round')
    op.drop_index('ix_core_score_round_owner', table_name='core_score_round')
    op.drop_index(op.f('ix_core_score_round_community_id'), table_name='core_score_round')
    op.drop_table('core_score_round')
    op.drop_index(op.f('ix_core_role_community_id'), table_name='core_role')
    op.drop_table('core_role')
    op.drop_index(op.f('ix_core_print_sha256'), table_name='core_print')
    op.drop_index(op.f('ix_core_print_reprint_of_id'), table_name='core_print')
    op.drop_index(op.f('ix_core_print_paper'), table_name='core_print')
    op.drop_index('ix_core_print_owner', table_name='core_print')
    op.drop_index(op.f('ix_core_print_number'), table_name='core_print')
    op.drop_index(op.f('ix_core_print_community_id'), table_name='core_print')
    op.drop_table('core_print')
    op.drop_index('ix_core_old_value_record', table_name='core_old_value')
    op.drop_index(op.f('ix_core_old_value_community_id'), table_name='core_old_value')
    op.drop_table('core_old_value')
    op.drop_index(op.f('ix_core_number_series_community_id'), table_name='core_number_series')
    op.drop_table('core_number_series')
    op.drop_index(op.f('ix_core_number_counter_community_id'), table_name='core_number_counter')
    op.drop_table('core_number_counter')
    op.drop_index(op.f('ix_core_number_text'), table_name='core_number')
    op.drop_index('ix_core_number_owner', table_name='core_number')
    op.drop_index(op.f('ix_core_number_community_id'), table_name='core_number')
    op.drop_table('core_number')
    op.drop_index('ix_core_notice_until', table_name='core_notice')
    op.drop_index('ix_core_notice_owner', table_name='core_notice')
    op.drop_index(op.f('ix_core_notice_community_id'), table_name='core_notice')
    op.drop_table('core_notice')
    op.drop_index(op.f('ix_core_link_community_id'), table_name='core_link')
    op.drop_index('ix_core_link_back', table_name='core_link')
    op.drop_table('core_link')
    op.drop_index('ix_core_ledger_booking_source', table_name='core_ledger_booking')
    op.drop_index(op.f('ix_core_ledger_booking_day'), table_name='core_ledger_booking')
    op.drop_index(op.f('ix_core_ledger_booking_community_id'), table_name='core_ledger_booking')
    op.drop_table('core_ledger_booking')
    op.drop_index(op.f('ix_core_ledger_account_community_id'), table_name='core_ledger_account')
    op.drop_table('core_ledger_account')
    op.drop_index(op.f('ix_core_import_batch_community_id'), table_name='core_import_batch')
    op.drop_table('core_import_batch')
    op.drop_index('ix_core_gathering_owner', table_name='core_gathering')
    op.drop_index(op.f('ix_core_gathering_community_id'), table_name='core_gathering')
    op.drop_table('core_gathering')
    op.drop_index(op.f('ix_core_duty_community_id'), table_name='core_duty')
    op.drop_table('core_duty')
    op.drop_index('ix_core_ballot_vote_owner', table_name='core_ballot_vote')
    op.drop_index(op.f('ix_core_ballot_vote_community_id'), table_name='core_ballot_vote')
    op.drop_table('core_ballot_vote')
    op.drop_index(op.f('ix_core_ballot_profile_community_id'), table_name='core_ballot_profile')
    op.drop_table('core_ballot_profile')
    op.drop_index(op.f('ix_core_audit_community_id'), table_name='core_audit')
    op.drop_index(op.f('ix_core_audit_at'), table_name='core_audit')
    op.drop_table('core_audit')
    op.drop_index(op.f('ix_core_attachment_sha256'), table_name='core_attachment')
    op.drop_index('ix_core_attachment_owner', table_name='core_attachment')
    op.drop_index(op.f('ix_core_attachment_community_id'), table_name='core_attachment')
    op.drop_table('core_attachment')
    op.drop_index('ix_core_area_path', table_name='core_area')
    op.drop_index(op.f('ix_core_area_parent_id'), table_name='core_area')
    op.drop_index(op.f('ix_core_area_grid_id'), table_name='core_area')
    op.drop_index(op.f('ix_core_area_community_id'), table_name='core_area')
    op.drop_table('core_area')
    op.drop_table('core_search_state')
    op.drop_table('core_request')
    op.drop_table('core_print_blob')
    op.drop_table('core_plugin_package')
    op.drop_table('core_plugin_name')
    op.drop_table('core_lookup_key')
    op.drop_table('core_file_blob')
    op.drop_table('core_community')
    op.drop_table('core_audit_head')
