"""The second wall between councils: on PostgreSQL each row is shown to its own council alone.

A transaction says whose rows it may see (`hub.council`), or that it is for all of them
(`hub.all_councils`); one that says neither sees none. FORCE holds the owner of the tables as well.
A superuser is held by no policy: where one migrates, the role `hub_walled` is made, in which it
works for a council.

The function stays in the database: later migrations make tables, and after each it is called again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_ROLE = """
DO $$ BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        CREATE ROLE hub_walled NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- roles are shared among databases
END $$
"""

_PUT_UP = """
CREATE FUNCTION hub_put_up_walls() RETURNS void LANGUAGE plpgsql AS $$
DECLARE one regclass;
BEGIN
    FOR one IN
        SELECT c.oid FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'council'
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = 'own_council')
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
        EXECUTE format(
            'CREATE POLICY own_council ON %s USING (
                council = current_setting(''hub.council'', true)
                OR current_setting(''hub.all_councils'', true) = ''on'')', one);
    END LOOP;
    FOR one IN
        SELECT oid FROM pg_class
        WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
    LOOP -- else a view would look with the eyes of its owner, who may be a superuser
        EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', one);
    END LOOP;
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO hub_walled', current_schema());
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I
            TO hub_walled', current_schema());
    END IF;
END $$
"""

_TAKE_DOWN = """
DO $$
DECLARE one regclass;
BEGIN
    FOR one IN
        SELECT p.polrelid FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE p.polname = 'own_council' AND c.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('DROP POLICY own_council ON %s', one);
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', one);
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', one);
    END LOOP;
    FOR one IN
        SELECT oid FROM pg_class
        WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('ALTER VIEW %s RESET (security_invoker)', one);
    END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_walled')
        AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    THEN
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM hub_walled', current_schema());
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM hub_walled', current_schema());
    END IF;
END $$
"""


def upgrade() -> None:
    _on_postgresql(_ROLE, _PUT_UP, "SELECT hub_put_up_walls()")


def downgrade() -> None:
    _on_postgresql(_TAKE_DOWN, "DROP FUNCTION hub_put_up_walls()")


def _on_postgresql(*told: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for each in told:
            op.execute(sa.text(each.replace("::", "\\:\\:")))
