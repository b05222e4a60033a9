"""Views for whoever runs the hub: what came in, what became of it, what waits; nothing personal.

Each joins two tables, so that PostgreSQL too lets nobody write through it.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_VIEWS = {
    "v_arrivals": """
        SELECT a.channel, a.external_id, a.sha256, a.outcome, a.reason, c.reference,
               a.council, a.received_at, a.recorded_at
        FROM arrivals a
        LEFT JOIN cases c ON c.council = a.council AND c.id = a.case_id
    """,
    "v_cases": """
        SELECT c.council, c.reference, c.service, c.version, c.status, c.channel, c.language,
               c.asked_at, c.asked_source, c.received_at, c.recorded_at, c.answer_by, c.urgent,
               c.team, c.closed_at, h.number AS entries
        FROM cases c
        LEFT JOIN chains h ON h.council = c.council AND h.id = c.id
    """,
    "v_outbox_open": """
        SELECT 'event' AS what, council, id, name, subject, at AS due_at, 0 AS attempts,
               'open' AS state
        FROM outbox WHERE expanded_at IS NULL
        UNION ALL
        SELECT 'job' AS what, council, id, name, subject, due_at, attempts, state
        FROM jobs WHERE state <> 'done' AND every IS NULL
    """,
    "v_messages": """
        SELECT m.council, m.id, c.reference, m.kind, m.way, m.language, m.state, m.reason,
               m.wanted_at, m.sent_at
        FROM messages m
        LEFT JOIN cases c ON c.council = m.council AND c.id = m.case_id
    """,
    "v_letters": """
        SELECT l.council, l.id, c.reference, l.kind, l.edition, l.languages, l.size, l.state,
               l.document AS sha256, l.pages, l.sheets, l.wanted_at, l.written_at, l.laid_at
        FROM letters l
        LEFT JOIN cases c ON c.council = l.council AND c.id = l.case_id
    """,
}


def upgrade() -> None:
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def downgrade() -> None:
    for name in _VIEWS:
        op.execute(f"DROP VIEW {name}")
