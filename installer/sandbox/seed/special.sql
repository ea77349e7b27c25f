-- SPDX-FileCopyrightText: 2026 The Podium authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Included by seed.sql: the instances that are hard to show. They are the oldest, and so on no page that is looked at by
-- the way. Their ids end with the number of their nodes, or of the megabytes of their variables.
CREATE TEMP TABLE special ON COMMIT DROP AS
SELECT s.id, s.key, s.node_count, s.megabytes, t.id AS template, t.process_id, t.process_name, t.version, t.endpoint,
       t.variables,
       date_trunc('milliseconds', now()::timestamp - interval '91 days') - s.node_count * interval '1 second'
           AS start_time
FROM (VALUES (:'special' || '000000001000', 'seed-1000-nodes', 1000, 0),
             (:'special' || '000000020000', 'seed-20000-nodes', 20000, 0),
             (:'special' || '000000000030', 'seed-30-megabytes', 100, 30)) s (id, key, node_count, megabytes)
JOIN template t ON t.process_id = 'invoice_batch';

INSERT INTO processes (id, process_id, process_name, version, business_key, state, start_time, end_time,
                       last_update_time, endpoint, created_by, updated_by, variables)
SELECT s.id, s.process_id, s.process_name, s.version, s.key, 2, s.start_time,
       s.start_time + s.node_count * interval '1 second', s.start_time + s.node_count * interval '1 second',
       s.endpoint, 'operator', 'operator',
       CASE WHEN s.megabytes = 0 THEN s.variables ELSE jsonb_set(s.variables, '{workflowdata,lines}', (
           SELECT jsonb_agg(jsonb_build_object('line', k, 'checksum', md5(k::text), 'text', repeat(md5((k * 7)::text), 6)))
           FROM generate_series(1, s.megabytes * 3600) k)) END
FROM special s;

INSERT INTO nodes (id, definition_id, enter, exit, name, node_id, type, process_instance_id, retrigger)
SELECT '5eed' || lpad(to_hex(k), 4, '0') || right(s.id, -8), n.definition_id,
       s.start_time + k * interval '1 second', s.start_time + (k + 0.75) * interval '1 second',
       n.name, n.node_id, n.type, s.id, false
FROM special s
CROSS JOIN LATERAL generate_series(1, s.node_count) k
JOIN template_node n ON n.process_instance_id = s.template AND n.number = 1 + (k - 1) % n.siblings;
