"""Create tables (volunteer)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "volunteer_0001"
down_revision = None
branch_labels = ('volunteer',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('volunteer_certificate_batch',
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('first', sa.Date(), nullable=True),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('purpose', sa.String(length=200), nullable=False),
    sa.Column('responsible', sa.String(length=60), nullable=False),
    sa.Column('handler', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('why', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_certificate_batch_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_certificate_batch'))
    )
    op.create_index(op.f('ix_volunteer_certificate_batch_community_id'), 'volunteer_certificate_batch', ['community_id'], unique=False)
    op.create_table('volunteer_goods',
    sa.Column('code', sa.String(length=3), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('unit', sa.String(length=12), nullable=False),
    sa.Column('limit', sa.Integer(), nullable=False),
    sa.Column('limit_days', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_goods_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_goods')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_volunteer_goods_community_id_code'))
    )
    op.create_index(op.f('ix_volunteer_goods_community_id'), 'volunteer_goods', ['community_id'], unique=False)
    op.create_table('volunteer_hand_over',
    sa.Column('system', sa.String(length=80), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('lines', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_hand_over_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_hand_over'))
    )
    op.create_index(op.f('ix_volunteer_hand_over_community_id'), 'volunteer_hand_over', ['community_id'], unique=False)
    op.create_table('volunteer_menu_item',
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('skill', sa.String(length=20), nullable=False),
    sa.Column('tools', sa.String(length=200), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_menu_item_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_menu_item'))
    )
    op.create_index(op.f('ix_volunteer_menu_item_community_id'), 'volunteer_menu_item', ['community_id'], unique=False)
    op.create_table('volunteer_point_rule',
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('per_hour', sa.Integer(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('cap_activity', sa.Integer(), nullable=False),
    sa.Column('cap_day', sa.Integer(), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.Column('year_end', sa.Boolean(), nullable=False),
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
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_point_rule_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_point_rule'))
    )
    op.create_index(op.f('ix_volunteer_point_rule_community_id'), 'volunteer_point_rule', ['community_id'], unique=False)
    op.create_table('volunteer_star_level',
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('conditions', sa.String(length=200), nullable=False),
    sa.Column('approver', sa.String(length=60), nullable=False),
    sa.Column('source', sa.String(length=120), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_star_level_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_star_level'))
    )
    op.create_index(op.f('ix_volunteer_star_level_community_id'), 'volunteer_star_level', ['community_id'], unique=False)
    op.create_table('volunteer_stock_count',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('first', sa.String(length=60), nullable=False),
    sa.Column('second', sa.String(length=60), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_stock_count_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_stock_count'))
    )
    op.create_index(op.f('ix_volunteer_stock_count_community_id'), 'volunteer_stock_count', ['community_id'], unique=False)
    op.create_table('volunteer_donation',
    sa.Column('goods_id', BigId, nullable=False),
    sa.Column('donor', sa.String(length=120), nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('value_fen', sa.BigInteger(), nullable=True),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('best_before', sa.Date(), nullable=True),
    sa.Column('handler', sa.String(length=60), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_donation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['goods_id'], ['volunteer_goods.id'], name=op.f('fk_volunteer_donation_goods_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_donation'))
    )
    op.create_index(op.f('ix_volunteer_donation_community_id'), 'volunteer_donation', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_donation_goods_id'), 'volunteer_donation', ['goods_id'], unique=False)
    op.create_table('volunteer_price',
    sa.Column('goods_id', BigId, nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_price_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['goods_id'], ['volunteer_goods.id'], name=op.f('fk_volunteer_price_goods_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_price'))
    )
    op.create_index(op.f('ix_volunteer_price_community_id'), 'volunteer_price', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_price_goods_id'), 'volunteer_price', ['goods_id'], unique=False)
    op.create_table('volunteer_star_round',
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('counted_on', sa.Date(), nullable=False),
    sa.Column('by', sa.String(length=120), nullable=False),
    sa.Column('award_on', sa.Date(), nullable=True),
    sa.Column('notice_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_star_round_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['notice_id'], ['core_notice.id'], name=op.f('fk_volunteer_star_round_notice_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_star_round'))
    )
    op.create_index(op.f('ix_volunteer_star_round_community_id'), 'volunteer_star_round', ['community_id'], unique=False)
    op.create_table('volunteer_stocktake',
    sa.Column('count_id', BigId, nullable=True),
    sa.Column('goods_id', BigId, nullable=False),
    sa.Column('counted', sa.Integer(), nullable=False),
    sa.Column('expected', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_stocktake_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['count_id'], ['volunteer_stock_count.id'], name=op.f('fk_volunteer_stocktake_count_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['goods_id'], ['volunteer_goods.id'], name=op.f('fk_volunteer_stocktake_goods_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_stocktake'))
    )
    op.create_index(op.f('ix_volunteer_stocktake_community_id'), 'volunteer_stocktake', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_stocktake_count_id'), 'volunteer_stocktake', ['count_id'], unique=False)
    op.create_index(op.f('ix_volunteer_stocktake_goods_id'), 'volunteer_stocktake', ['goods_id'], unique=False)
    op.create_table('volunteer_wish',
    sa.Column('item_id', BigId, nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('heads', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_volunteer_wish_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_wish_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['item_id'], ['volunteer_menu_item.id'], name=op.f('fk_volunteer_wish_item_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_wish'))
    )
    op.create_index(op.f('ix_volunteer_wish_community_id'), 'volunteer_wish', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_wish_item_id'), 'volunteer_wish', ['item_id'], unique=False)
    op.create_table('volunteer_volunteer',
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('joined_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('skills', sa.String(length=400), nullable=False),
    sa.Column('skills_note', sa.String(length=200), nullable=False),
    sa.Column('wishes', sa.String(length=200), nullable=False),
    sa.Column('times', sa.String(length=200), nullable=False),
    sa.Column('emergency', sa.String(length=120), nullable=False),
    sa.Column('guardian', sa.String(length=60), nullable=False),
    sa.Column('guardian_on', sa.Date(), nullable=True),
    sa.Column('own_income', sa.Boolean(), nullable=False),
    sa.Column('consents', sa.JSON(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_volunteer_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_volunteer_volunteer_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_volunteer')),
    sa.UniqueConstraint('community_id', 'number', name=op.f('uq_volunteer_volunteer_community_id_number')),
    sa.UniqueConstraint('person_id', name=op.f('uq_volunteer_volunteer_person_id'))
    )
    op.create_index(op.f('ix_volunteer_volunteer_community_id'), 'volunteer_volunteer', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_volunteer_state'), 'volunteer_volunteer', ['state'], unique=False)
    op.create_table('volunteer_adjustment',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('amount', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('asked_by', sa.String(length=64), nullable=False),
    sa.Column('decided_by', sa.String(length=64), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_adjustment_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_adjustment_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_adjustment'))
    )
    op.create_index(op.f('ix_volunteer_adjustment_community_id'), 'volunteer_adjustment', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_adjustment_volunteer_id'), 'volunteer_adjustment', ['volunteer_id'], unique=False)
    op.create_table('volunteer_certificate',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('id_number', sa.String(length=40), nullable=False),
    sa.Column('code', sa.String(length=16), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('purpose', sa.String(length=200), nullable=False),
    sa.Column('responsible', sa.String(length=60), nullable=False),
    sa.Column('handler', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('posted_until', sa.Date(), nullable=False),
    sa.Column('void_reason', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_certificate_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_certificate_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_certificate')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_volunteer_certificate_community_id_code'))
    )
    op.create_index(op.f('ix_volunteer_certificate_community_id'), 'volunteer_certificate', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_certificate_volunteer_id'), 'volunteer_certificate', ['volunteer_id'], unique=False)
    op.create_table('volunteer_credit',
    sa.Column('pair_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('source_kind', sa.String(length=40), nullable=False),
    sa.Column('source_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('amount', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_credit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['pair_id'], ['core_time_pair.id'], name=op.f('fk_volunteer_credit_pair_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_credit_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_credit')),
    sa.UniqueConstraint('pair_id', name=op.f('uq_volunteer_credit_pair_id'))
    )
    op.create_index(op.f('ix_volunteer_credit_community_id'), 'volunteer_credit', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_credit_volunteer_id'), 'volunteer_credit', ['volunteer_id'], unique=False)
    op.create_table('volunteer_hand_out',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('goods_id', BigId, nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('left', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('handler', sa.String(length=64), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('return_reason', sa.String(length=200), nullable=False),
    sa.Column('points_booking', BigId, nullable=False),
    sa.Column('goods_booking', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_hand_out_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['goods_booking'], ['core_ledger_booking.id'], name=op.f('fk_volunteer_hand_out_goods_booking'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['goods_id'], ['volunteer_goods.id'], name=op.f('fk_volunteer_hand_out_goods_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['points_booking'], ['core_ledger_booking.id'], name=op.f('fk_volunteer_hand_out_points_booking'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_hand_out_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_hand_out'))
    )
    op.create_index(op.f('ix_volunteer_hand_out_community_id'), 'volunteer_hand_out', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_out_day'), 'volunteer_hand_out', ['day'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_out_goods_id'), 'volunteer_hand_out', ['goods_id'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_out_volunteer_id'), 'volunteer_hand_out', ['volunteer_id'], unique=False)
    op.create_table('volunteer_hand_over_line',
    sa.Column('hand_over_id', BigId, nullable=False),
    sa.Column('entry_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('system', sa.String(length=80), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('said', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_hand_over_line_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['entry_id'], ['core_time_entry.id'], name=op.f('fk_volunteer_hand_over_line_entry_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['hand_over_id'], ['volunteer_hand_over.id'], name=op.f('fk_volunteer_hand_over_line_hand_over_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_hand_over_line_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_hand_over_line')),
    sa.UniqueConstraint('community_id', 'code', name=op.f('uq_volunteer_hand_over_line_community_id_code')),
    sa.UniqueConstraint('community_id', 'system', 'entry_id', 'attempt', name=op.f('uq_volunteer_hand_over_line_community_id_system_entry_id_attempt'))
    )
    op.create_index(op.f('ix_volunteer_hand_over_line_community_id'), 'volunteer_hand_over_line', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_over_line_entry_id'), 'volunteer_hand_over_line', ['entry_id'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_over_line_hand_over_id'), 'volunteer_hand_over_line', ['hand_over_id'], unique=False)
    op.create_index(op.f('ix_volunteer_hand_over_line_volunteer_id'), 'volunteer_hand_over_line', ['volunteer_id'], unique=False)
    op.create_table('volunteer_order',
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('person_id', BigId, nullable=True),
    sa.Column('asker', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=40), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('skill', sa.String(length=20), nullable=False),
    sa.Column('wish', sa.Text(), nullable=False),
    sa.Column('wanted_at', Instant(), nullable=False),
    sa.Column('wanted_until', Instant(), nullable=False),
    sa.Column('placed_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('why', sa.String(length=200), nullable=False),
    sa.Column('taker_id', BigId, nullable=True),
    sa.Column('pair_id', BigId, nullable=True),
    sa.Column('rating', sa.Integer(), nullable=True),
    sa.Column('praise', sa.String(length=400), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_volunteer_order_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_order_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['pair_id'], ['core_time_pair.id'], name=op.f('fk_volunteer_order_pair_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_volunteer_order_person_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['taker_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_order_taker_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_order'))
    )
    op.create_index(op.f('ix_volunteer_order_community_id'), 'volunteer_order', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_order_state'), 'volunteer_order', ['state'], unique=False)
    op.create_index(op.f('ix_volunteer_order_taker_id'), 'volunteer_order', ['taker_id'], unique=False)
    op.create_table('volunteer_outside_hours',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('organisation', sa.String(length=120), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_outside_hours_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_outside_hours_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_outside_hours'))
    )
    op.create_index(op.f('ix_volunteer_outside_hours_code'), 'volunteer_outside_hours', ['code'], unique=False)
    op.create_index(op.f('ix_volunteer_outside_hours_community_id'), 'volunteer_outside_hours', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_outside_hours_volunteer_id'), 'volunteer_outside_hours', ['volunteer_id'], unique=False)
    op.create_table('volunteer_star_grant',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('granted_on', sa.Date(), nullable=False),
    sa.Column('by', sa.String(length=120), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_star_grant_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_star_grant_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_star_grant')),
    sa.UniqueConstraint('volunteer_id', 'level', name=op.f('uq_volunteer_star_grant_volunteer_id_level'))
    )
    op.create_index(op.f('ix_volunteer_star_grant_community_id'), 'volunteer_star_grant', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_star_grant_volunteer_id'), 'volunteer_star_grant', ['volunteer_id'], unique=False)
    op.create_table('volunteer_star_place',
    sa.Column('round_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('why', sa.String(length=200), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_star_place_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['round_id'], ['volunteer_star_round.id'], name=op.f('fk_volunteer_star_place_round_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_star_place_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_star_place')),
    sa.UniqueConstraint('round_id', 'volunteer_id', name=op.f('uq_volunteer_star_place_round_id_volunteer_id'))
    )
    op.create_index(op.f('ix_volunteer_star_place_community_id'), 'volunteer_star_place', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_star_place_round_id'), 'volunteer_star_place', ['round_id'], unique=False)
    op.create_index(op.f('ix_volunteer_star_place_volunteer_id'), 'volunteer_star_place', ['volunteer_id'], unique=False)
    op.create_table('volunteer_team',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('theme', sa.String(length=40), nullable=False),
    sa.Column('parent_id', BigId, nullable=True),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('duty', sa.String(length=400), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('venue', sa.String(length=120), nullable=False),
    sa.Column('hours', sa.String(length=120), nullable=False),
    sa.Column('worker', sa.String(length=60), nullable=False),
    sa.Column('host_id', BigId, nullable=True),
    sa.Column('consent_on', sa.Date(), nullable=True),
    sa.Column('approved_by', sa.String(length=60), nullable=False),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('plaque_on', sa.Date(), nullable=True),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_volunteer_team_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_team_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['host_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_team_host_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['parent_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_team_parent_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_team'))
    )
    op.create_index(op.f('ix_volunteer_team_community_id'), 'volunteer_team', ['community_id'], unique=False)
    op.create_table('volunteer_till',
    sa.Column('clerk', sa.String(length=64), nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_till_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_till_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_till')),
    sa.UniqueConstraint('community_id', 'clerk', name=op.f('uq_volunteer_till_community_id_clerk'))
    )
    op.create_index(op.f('ix_volunteer_till_community_id'), 'volunteer_till', ['community_id'], unique=False)
    op.create_table('volunteer_time_deposit',
    sa.Column('pair_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_time_deposit_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['pair_id'], ['core_time_pair.id'], name=op.f('fk_volunteer_time_deposit_pair_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_time_deposit_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_time_deposit')),
    sa.UniqueConstraint('pair_id', name=op.f('uq_volunteer_time_deposit_pair_id'))
    )
    op.create_index(op.f('ix_volunteer_time_deposit_community_id'), 'volunteer_time_deposit', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_time_deposit_volunteer_id'), 'volunteer_time_deposit', ['volunteer_id'], unique=False)
    op.create_table('volunteer_time_draw',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('served', sa.String(length=60), nullable=False),
    sa.Column('relation', sa.String(length=20), nullable=False),
    sa.Column('what', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('booking_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['booking_id'], ['core_ledger_booking.id'], name=op.f('fk_volunteer_time_draw_booking_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_time_draw_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_time_draw_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_time_draw'))
    )
    op.create_index(op.f('ix_volunteer_time_draw_community_id'), 'volunteer_time_draw', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_time_draw_volunteer_id'), 'volunteer_time_draw', ['volunteer_id'], unique=False)
    op.create_table('volunteer_certificate_item',
    sa.Column('batch_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('certificate_id', BigId, nullable=True),
    sa.Column('problem', sa.String(length=200), nullable=False),
    sa.Column('print_id', sa.Integer(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['volunteer_certificate_batch.id'], name=op.f('fk_volunteer_certificate_item_batch_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['certificate_id'], ['volunteer_certificate.id'], name=op.f('fk_volunteer_certificate_item_certificate_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_certificate_item_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_certificate_item_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_certificate_item')),
    sa.UniqueConstraint('batch_id', 'volunteer_id', name=op.f('uq_volunteer_certificate_item_batch_id_volunteer_id'))
    )
    op.create_index(op.f('ix_volunteer_certificate_item_batch_id'), 'volunteer_certificate_item', ['batch_id'], unique=False)
    op.create_index(op.f('ix_volunteer_certificate_item_community_id'), 'volunteer_certificate_item', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_certificate_item_volunteer_id'), 'volunteer_certificate_item', ['volunteer_id'], unique=False)
    op.create_table('volunteer_member',
    sa.Column('team_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('role', sa.String(length=12), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('review', sa.String(length=400), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('term_until', sa.Date(), nullable=True),
    sa.Column('partner', sa.String(length=60), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('appointment_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['core_appointment.id'], name=op.f('fk_volunteer_member_appointment_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_member_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['team_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_member_team_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_member_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_member'))
    )
    op.create_index(op.f('ix_volunteer_member_community_id'), 'volunteer_member', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_member_team_id'), 'volunteer_member', ['team_id'], unique=False)
    op.create_index(op.f('ix_volunteer_member_volunteer_id'), 'volunteer_member', ['volunteer_id'], unique=False)
    op.create_table('volunteer_offer',
    sa.Column('order_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_offer_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['order_id'], ['volunteer_order.id'], name=op.f('fk_volunteer_offer_order_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_offer_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_offer')),
    sa.UniqueConstraint('order_id', 'volunteer_id', name=op.f('uq_volunteer_offer_order_id_volunteer_id'))
    )
    op.create_index(op.f('ix_volunteer_offer_community_id'), 'volunteer_offer', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_offer_order_id'), 'volunteer_offer', ['order_id'], unique=False)
    op.create_index(op.f('ix_volunteer_offer_volunteer_id'), 'volunteer_offer', ['volunteer_id'], unique=False)
    op.create_table('volunteer_service_day',
    sa.Column('schedule_id', BigId, nullable=False),
    sa.Column('theme', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('month', sa.Boolean(), nullable=False),
    sa.Column('team_id', BigId, nullable=True),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('begins', sa.String(length=5), nullable=False),
    sa.Column('ends', sa.String(length=5), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_service_day_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['schedule_id'], ['core_schedule.id'], name=op.f('fk_volunteer_service_day_schedule_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['team_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_service_day_team_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_service_day')),
    sa.UniqueConstraint('schedule_id', name=op.f('uq_volunteer_service_day_schedule_id'))
    )
    op.create_index(op.f('ix_volunteer_service_day_community_id'), 'volunteer_service_day', ['community_id'], unique=False)
    op.create_table('volunteer_team_entry',
    sa.Column('team_id', BigId, nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('heads', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=120), nullable=False),
    sa.Column('note', sa.String(length=400), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_team_entry_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['team_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_team_entry_team_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_team_entry'))
    )
    op.create_index(op.f('ix_volunteer_team_entry_community_id'), 'volunteer_team_entry', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_team_entry_team_id'), 'volunteer_team_entry', ['team_id'], unique=False)
    op.create_table('volunteer_activity',
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('form', sa.String(length=12), nullable=False),
    sa.Column('team_id', BigId, nullable=True),
    sa.Column('project_id', BigId, nullable=True),
    sa.Column('day_id', BigId, nullable=True),
    sa.Column('area_id', BigId, nullable=True),
    sa.Column('style', sa.String(length=12), nullable=False),
    sa.Column('tools', sa.String(length=400), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('wanted', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('risks', sa.String(length=400), nullable=False),
    sa.Column('responsible', sa.String(length=60), nullable=False),
    sa.Column('starts_at', Instant(), nullable=False),
    sa.Column('ends_at', Instant(), nullable=False),
    sa.Column('unserved', sa.Integer(), nullable=False),
    sa.Column('hazard', sa.String(length=12), nullable=False),
    sa.Column('insurance', sa.String(length=120), nullable=False),
    sa.Column('insured_from', sa.Date(), nullable=True),
    sa.Column('minors', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('served', sa.Integer(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['core_area.id'], name=op.f('fk_volunteer_activity_area_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_activity_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['day_id'], ['volunteer_service_day.id'], name=op.f('fk_volunteer_activity_day_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['project_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_activity_project_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['team_id'], ['volunteer_team.id'], name=op.f('fk_volunteer_activity_team_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_activity'))
    )
    op.create_index(op.f('ix_volunteer_activity_area_id'), 'volunteer_activity', ['area_id'], unique=False)
    op.create_index(op.f('ix_volunteer_activity_community_id'), 'volunteer_activity', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_activity_starts_at'), 'volunteer_activity', ['starts_at'], unique=False)
    op.create_index(op.f('ix_volunteer_activity_state'), 'volunteer_activity', ['state'], unique=False)
    op.create_index(op.f('ix_volunteer_activity_team_id'), 'volunteer_activity', ['team_id'], unique=False)
    op.create_table('volunteer_applicant',
    sa.Column('activity_id', BigId, nullable=True),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=30), nullable=False),
    sa.Column('birth', sa.String(length=10), nullable=False),
    sa.Column('wishes', sa.String(length=200), nullable=False),
    sa.Column('told', sa.Boolean(), nullable=False),
    sa.Column('left_on', sa.Date(), nullable=False),
    sa.Column('call_by', sa.Date(), nullable=False),
    sa.Column('called_on', sa.Date(), nullable=True),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('volunteer_id', BigId, nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['volunteer_activity.id'], name=op.f('fk_volunteer_applicant_activity_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_applicant_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_applicant_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_applicant'))
    )
    op.create_index(op.f('ix_volunteer_applicant_activity_id'), 'volunteer_applicant', ['activity_id'], unique=False)
    op.create_index(op.f('ix_volunteer_applicant_community_id'), 'volunteer_applicant', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_applicant_left_on'), 'volunteer_applicant', ['left_on'], unique=False)
    op.create_index(op.f('ix_volunteer_applicant_phone'), 'volunteer_applicant', ['phone'], unique=False)
    op.create_index(op.f('ix_volunteer_applicant_state'), 'volunteer_applicant', ['state'], unique=False)
    op.create_table('volunteer_contribution',
    sa.Column('activity_id', BigId, nullable=False),
    sa.Column('household', sa.String(length=60), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('what', sa.String(length=120), nullable=False),
    sa.Column('area', sa.Integer(), nullable=False),
    sa.Column('consent_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['volunteer_activity.id'], name=op.f('fk_volunteer_contribution_activity_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_contribution_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_contribution'))
    )
    op.create_index(op.f('ix_volunteer_contribution_activity_id'), 'volunteer_contribution', ['activity_id'], unique=False)
    op.create_index(op.f('ix_volunteer_contribution_community_id'), 'volunteer_contribution', ['community_id'], unique=False)
    op.create_table('volunteer_role',
    sa.Column('activity_id', BigId, nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('least_age', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['volunteer_activity.id'], name=op.f('fk_volunteer_role_activity_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_role_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_role'))
    )
    op.create_index(op.f('ix_volunteer_role_activity_id'), 'volunteer_role', ['activity_id'], unique=False)
    op.create_index(op.f('ix_volunteer_role_community_id'), 'volunteer_role', ['community_id'], unique=False)
    op.create_table('volunteer_stall',
    sa.Column('activity_id', BigId, nullable=False),
    sa.Column('item_id', BigId, nullable=True),
    sa.Column('volunteer_id', BigId, nullable=True),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('place', sa.String(length=60), nullable=False),
    sa.Column('shift', sa.String(length=60), nullable=False),
    sa.Column('tools', sa.String(length=200), nullable=False),
    sa.Column('served', sa.Integer(), nullable=False),
    sa.Column('area', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['volunteer_activity.id'], name=op.f('fk_volunteer_stall_activity_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_stall_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['item_id'], ['volunteer_menu_item.id'], name=op.f('fk_volunteer_stall_item_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_stall_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_stall'))
    )
    op.create_index(op.f('ix_volunteer_stall_activity_id'), 'volunteer_stall', ['activity_id'], unique=False)
    op.create_index(op.f('ix_volunteer_stall_community_id'), 'volunteer_stall', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_stall_item_id'), 'volunteer_stall', ['item_id'], unique=False)
    op.create_table('volunteer_sign_up',
    sa.Column('activity_id', BigId, nullable=False),
    sa.Column('role_id', BigId, nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['volunteer_activity.id'], name=op.f('fk_volunteer_sign_up_activity_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_sign_up_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['role_id'], ['volunteer_role.id'], name=op.f('fk_volunteer_sign_up_role_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_sign_up_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_sign_up')),
    sa.UniqueConstraint('activity_id', 'volunteer_id', name=op.f('uq_volunteer_sign_up_activity_id_volunteer_id'))
    )
    op.create_index(op.f('ix_volunteer_sign_up_activity_id'), 'volunteer_sign_up', ['activity_id'], unique=False)
    op.create_index(op.f('ix_volunteer_sign_up_community_id'), 'volunteer_sign_up', ['community_id'], unique=False)
    op.create_index(op.f('ix_volunteer_sign_up_role_id'), 'volunteer_sign_up', ['role_id'], unique=False)
    op.create_index(op.f('ix_volunteer_sign_up_volunteer_id'), 'volunteer_sign_up', ['volunteer_id'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_volunteer_sign_up_volunteer_id'), table_name='volunteer_sign_up')
    op.drop_index(op.f('ix_volunteer_sign_up_role_id'), table_name='volunteer_sign_up')
    op.drop_index(op.f('ix_volunteer_sign_up_community_id'), table_name='volunteer_sign_up')
    op.drop_index(op.f('ix_volunteer_sign_up_activity_id'), table_name='volunteer_sign_up')
    op.drop_table('volunteer_sign_up')
    op.drop_index(op.f('ix_volunteer_stall_item_id'), table_name='volunteer_stall')
    op.drop_index(op.f('ix_volunteer_stall_community_id'), table_name='volunteer_stall')
    op.drop_index(op.f('ix_volunteer_stall_activity_id'), table_name='volunteer_stall')
    op.drop_table('volunteer_stall')
    op.drop_index(op.f('ix_volunteer_role_community_id'), table_name='volunteer_role')
    op.drop_index(op.f('ix_volunteer_role_activity_id'), table_name='volunteer_role')
    op.drop_table('volunteer_role')
    op.drop_index(op.f('ix_volunteer_contribution_community_id'), table_name='volunteer_contribution')
    op.drop_index(op.f('ix_volunteer_contribution_activity_id'), table_name='volunteer_contribution')
    op.drop_table('volunteer_contribution')
    op.drop_index(op.f('ix_volunteer_applicant_state'), table_name='volunteer_applicant')
    op.drop_index(op.f('ix_volunteer_applicant_phone'), table_name='volunteer_applicant')
    op.drop_index(op.f('ix_volunteer_applicant_left_on'), table_name='volunteer_applicant')
    op.drop_index(op.f('ix_volunteer_applicant_community_id'), table_name='volunteer_applicant')
    op.drop_index(op.f('ix_volunteer_applicant_activity_id'), table_name='volunteer_applicant')
    op.drop_table('volunteer_applicant')
    op.drop_index(op.f('ix_volunteer_activity_team_id'), table_name='volunteer_activity')
    op.drop_index(op.f('ix_volunteer_activity_state'), table_name='volunteer_activity')
    op.drop_index(op.f('ix_volunteer_activity_starts_at'), table_name='volunteer_activity')
    op.drop_index(op.f('ix_volunteer_activity_community_id'), table_name='volunteer_activity')
    op.drop_index(op.f('ix_volunteer_activity_area_id'), table_name='volunteer_activity')
    op.drop_table('volunteer_activity')
    op.drop_index(op.f('ix_volunteer_team_entry_team_id'), table_name='volunteer_team_entry')
    op.drop_index(op.f('ix_volunteer_team_entry_community_id'), table_name='volunteer_team_entry')
    op.drop_table('volunteer_team_entry')
    op.drop_index(op.f('ix_volunteer_service_day_community_id'), table_name='volunteer_service_day')
    op.drop_table('volunteer_service_day')
    op.drop_index(op.f('ix_volunteer_offer_volunteer_id'), table_name='volunteer_offer')
    op.drop_index(op.f('ix_volunteer_offer_order_id'), table_name='volunteer_offer')
    op.drop_index(op.f('ix_volunteer_offer_community_id'), table_name='volunteer_offer')
    op.drop_table('volunteer_offer')
    op.drop_index(op.f('ix_volunteer_member_volunteer_id'), table_name='volunteer_member')
    op.drop_index(op.f('ix_volunteer_member_team_id'), table_name='volunteer_member')
    op.drop_index(op.f('ix_volunteer_member_community_id'), table_name='volunteer_member')
    op.drop_table('volunteer_member')
    op.drop_index(op.f('ix_volunteer_certificate_item_volunteer_id'), table_name='volunteer_certificate_item')
    op.drop_index(op.f('ix_volunteer_certificate_item_community_id'), table_name='volunteer_certificate_item')
    op.drop_index(op.f('ix_volunteer_certificate_item_batch_id'), table_name='volunteer_certificate_item')
    op.drop_table('volunteer_certificate_item')
    op.drop_index(op.f('ix_volunteer_time_draw_volunteer_id'), table_name='volunteer_time_draw')
    op.drop_index(op.f('ix_volunteer_time_draw_community_id'), table_name='volunteer_time_draw')
    op.drop_table('volunteer_time_draw')
    op.drop_index(op.f('ix_volunteer_time_deposit_volunteer_id'), table_name='volunteer_time_deposit')
    op.drop_index(op.f('ix_volunteer_time_deposit_community_id'), table_name='volunteer_time_deposit')
    op.drop_table('volunteer_time_deposit')
    op.drop_index(op.f('ix_volunteer_till_community_id'), table_name='volunteer_till')
    op.drop_table('volunteer_till')
    op.drop_index(op.f('ix_volunteer_team_community_id'), table_name='volunteer_team')
    op.drop_table('volunteer_team')
    op.drop_index(op.f('ix_volunteer_star_place_volunteer_id'), table_name='volunteer_star_place')
    op.drop_index(op.f('ix_volunteer_star_place_round_id'), table_name='volunteer_star_place')
    op.drop_index(op.f('ix_volunteer_star_place_community_id'), table_name='volunteer_star_place')
    op.drop_table('volunteer_star_place')
    op.drop_index(op.f('ix_volunteer_star_grant_volunteer_id'), table_name='volunteer_star_grant')
    op.drop_index(op.f('ix_volunteer_star_grant_community_id'), table_name='volunteer_star_grant')
    op.drop_table('volunteer_star_grant')
    op.drop_index(op.f('ix_volunteer_outside_hours_volunteer_id'), table_name='volunteer_outside_hours')
    op.drop_index(op.f('ix_volunteer_outside_hours_community_id'), table_name='volunteer_outside_hours')
    op.drop_index(op.f('ix_volunteer_outside_hours_code'), table_name='volunteer_outside_hours')
    op.drop_table('volunteer_outside_hours')
    op.drop_index(op.f('ix_volunteer_order_taker_id'), table_name='volunteer_order')
    op.drop_index(op.f('ix_volunteer_order_state'), table_name='volunteer_order')
    op.drop_index(op.f('ix_volunteer_order_community_id'), table_name='volunteer_order')
    op.drop_table('volunteer_order')
    op.drop_index(op.f('ix_volunteer_hand_over_line_volunteer_id'), table_name='volunteer_hand_over_line')
    op.drop_index(op.f('ix_volunteer_hand_over_line_hand_over_id'), table_name='volunteer_hand_over_line')
    op.drop_index(op.f('ix_volunteer_hand_over_line_entry_id'), table_name='volunteer_hand_over_line')
    op.drop_index(op.f('ix_volunteer_hand_over_line_community_id'), table_name='volunteer_hand_over_line')
    op.drop_table('volunteer_hand_over_line')
    op.drop_index(op.f('ix_volunteer_hand_out_volunteer_id'), table_name='volunteer_hand_out')
    op.drop_index(op.f('ix_volunteer_hand_out_goods_id'), table_name='volunteer_hand_out')
    op.drop_index(op.f('ix_volunteer_hand_out_day'), table_name='volunteer_hand_out')
    op.drop_index(op.f('ix_volunteer_hand_out_community_id'), table_name='volunteer_hand_out')
    op.drop_table('volunteer_hand_out')
    op.drop_index(op.f('ix_volunteer_credit_volunteer_id'), table_name='volunteer_credit')
    op.drop_index(op.f('ix_volunteer_credit_community_id'), table_name='volunteer_credit')
    op.drop_table('volunteer_credit')
    op.drop_index(op.f('ix_volunteer_certificate_volunteer_id'), table_name='volunteer_certificate')
    op.drop_index(op.f('ix_volunteer_certificate_community_id'), table_name='volunteer_certificate')
    op.drop_table('volunteer_certificate')
    op.drop_index(op.f('ix_volunteer_adjustment_volunteer_id'), table_name='volunteer_adjustment')
    op.drop_index(op.f('ix_volunteer_adjustment_community_id'), table_name='volunteer_adjustment')
    op.drop_table('volunteer_adjustment')
    op.drop_index(op.f('ix_volunteer_volunteer_state'), table_name='volunteer_volunteer')
    op.drop_index(op.f('ix_volunteer_volunteer_community_id'), table_name='volunteer_volunteer')
    op.drop_table('volunteer_volunteer')
    op.drop_index(op.f('ix_volunteer_wish_item_id'), table_name='volunteer_wish')
    op.drop_index(op.f('ix_volunteer_wish_community_id'), table_name='volunteer_wish')
    op.drop_table('volunteer_wish')
    op.drop_index(op.f('ix_volunteer_stocktake_goods_id'), table_name='volunteer_stocktake')
    op.drop_index(op.f('ix_volunteer_stocktake_count_id'), table_name='volunteer_stocktake')
    op.drop_index(op.f('ix_volunteer_stocktake_community_id'), table_name='volunteer_stocktake')
    op.drop_table('volunteer_stocktake')
    op.drop_index(op.f('ix_volunteer_star_round_community_id'), table_name='volunteer_star_round')
    op.drop_table('volunteer_star_round')
    op.drop_index(op.f('ix_volunteer_price_goods_id'), table_name='volunteer_price')
    op.drop_index(op.f('ix_volunteer_price_community_id'), table_name='volunteer_price')
    op.drop_table('volunteer_price')
    op.drop_index(op.f('ix_volunteer_donation_goods_id'), table_name='volunteer_donation')
    op.drop_index(op.f('ix_volunteer_donation_community_id'), table_name='volunteer_donation')
    op.drop_table('volunteer_donation')
    op.drop_index(op.f('ix_volunteer_stock_count_community_id'), table_name='volunteer_stock_count')
    op.drop_table('volunteer_stock_count')
    op.drop_index(op.f('ix_volunteer_star_level_community_id'), table_name='volunteer_star_level')
    op.drop_table('volunteer_star_level')
    op.drop_index(op.f('ix_volunteer_point_rule_community_id'), table_name='volunteer_point_rule')
    op.drop_table('volunteer_point_rule')
    op.drop_index(op.f('ix_volunteer_menu_item_community_id'), table_name='volunteer_menu_item')
    op.drop_table('volunteer_menu_item')
    op.drop_index(op.f('ix_volunteer_hand_over_community_id'), table_name='volunteer_hand_over')
    op.drop_table('volunteer_hand_over')
    op.drop_index(op.f('ix_volunteer_goods_community_id'), table_name='volunteer_goods')
    op.drop_table('volunteer_goods')
    op.drop_index(op.f('ix_volunteer_certificate_batch_community_id'), table_name='volunteer_certificate_batch')
    op.drop_table('volunteer_certificate_batch')
