"""Who goes is found: indexes for what names a person or a paper, or each erasing reads it all."""

from alembic import op

revision = "0029"
down_revision = "0028"

_INDEXES = (
    ("ix_behalves_asker", "behalves", "asker_id"),
    ("ix_behalves_person", "behalves", "person_id"),
    ("ix_behalves_answered", "behalves", "answered_id"),
    ("ix_permits_resident", "permits", "resident_id"),
    ("ix_letters_document", "letters", "document"),
)


def upgrade() -> None:
    for name, table, column in _INDEXES:
        op.create_index(name, table, ["council", column])


def downgrade() -> None:
    for name, table, _ in reversed(_INDEXES):
        op.drop_index(name, table)
