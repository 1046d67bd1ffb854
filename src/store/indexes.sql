-- What the views look up. Made at the end of a run, so that writing stays a plain append; dropped before the next.
CREATE INDEX IF NOT EXISTS record_key ON record (key, resource);
CREATE INDEX IF NOT EXISTS reject_line ON reject (resource, line);
CREATE INDEX IF NOT EXISTS identifier_reject_record ON identifier_reject (record);
CREATE INDEX IF NOT EXISTS template_member_template ON template_member (template, record);
CREATE INDEX IF NOT EXISTS entity_network ON entity (network, records DESC);
CREATE INDEX IF NOT EXISTS entity_records ON entity (records DESC);
CREATE INDEX IF NOT EXISTS assignment_network ON assignment (network) WHERE network > 0;
CREATE INDEX IF NOT EXISTS tie_network ON tie (network) WHERE network > 0;
CREATE INDEX IF NOT EXISTS tie_from ON tie (from_entity, to_entity) WHERE from_entity > 0;
CREATE INDEX IF NOT EXISTS tie_to ON tie (to_entity) WHERE to_entity > 0;
CREATE INDEX IF NOT EXISTS tie_from_record ON tie (from_record) WHERE from_entity = 0;
CREATE INDEX IF NOT EXISTS tie_to_record ON tie (to_record) WHERE to_entity = 0;
CREATE INDEX IF NOT EXISTS visit_entity ON visit (entity, time_begin);
CREATE INDEX IF NOT EXISTS flow_account ON flow (account);
CREATE INDEX IF NOT EXISTS observation_record ON observation (record);
CREATE INDEX IF NOT EXISTS report_join_record ON report_join (record);
CREATE INDEX IF NOT EXISTS motif_payment_record ON motif_payment (record);
CREATE INDEX IF NOT EXISTS flag_hit_identifier ON flag_hit (identifier);
