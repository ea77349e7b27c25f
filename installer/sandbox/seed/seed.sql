-- SPDX-FileCopyrightText: 2026 The Podium authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Replaces the made-up instances of Data Index 10.1 by :instances new ones, all with ids that begin with 5eed: copies of
-- the template instances whose business key is :run-WORKFLOW, started over the last 90 days. Of them the newest
-- :detailed have nodes and all variables. :shares says how many in a hundred each workflow gets. Everything follows from
-- the number of an instance: the same call makes the same instances, but for their times.
\set first 5eed0000-0000-4000-8000-
\set special 5eed0000-0000-4000-9000-

BEGIN;
-- No foreign key is checked: they are right by construction, and checking millions takes minutes.
SET LOCAL session_replication_role = replica;
SET LOCAL work_mem = '128MB';

DELETE FROM jobs WHERE id LIKE '5eed%';
DELETE FROM nodes WHERE process_instance_id LIKE '5eed%';
DELETE FROM processes WHERE id LIKE '5eed%';

CREATE TEMP TABLE template ON COMMIT DROP AS
SELECT p.*, s.share, sum(s.share) OVER (ORDER BY s.workflow) - s.share AS first_slot
FROM processes p JOIN (VALUES :shares) s (workflow, share) ON p.business_key = :'run' || '-' || s.workflow;

CREATE TEMP TABLE template_node ON COMMIT DROP AS
SELECT n.*, row_number() OVER (PARTITION BY n.process_instance_id ORDER BY n.enter, n.id) AS number,
       count(*) OVER (PARTITION BY n.process_instance_id) AS siblings
FROM nodes n JOIN template t ON t.id = n.process_instance_id;

CREATE TEMP TABLE slot ON COMMIT DROP AS
SELECT t.first_slot + k AS slot, t.id AS template FROM template t, generate_series(0, t.share - 1) k;

-- luck: one number in 0…2^31-2 from another, without a pattern that the eye would see (Park and Miller's generator).
CREATE TEMP TABLE seeded ON COMMIT DROP AS
SELECT i, luck, s.template,
       :'first' || lpad(to_hex(i), 12, '0') AS id,
       date_trunc('milliseconds', now()::timestamp - interval '8 minutes'
           - (:instances - i) * (interval '90 days' / :instances)) AS start_time,
       (luck % 97 + 1) * (luck % 13 + 1) * interval '350 milliseconds' AS duration -- below eight minutes
FROM (SELECT i, i * 48271::bigint * 48271 % 2147483647 AS luck FROM generate_series(1, :instances) i) numbers
JOIN slot s ON s.slot = luck % (SELECT sum(share) FROM template);

INSERT INTO processes (id, process_id, process_name, version, business_key, state, start_time, end_time,
                       last_update_time, endpoint, message, node_definition_id, node_instance_id, created_by,
                       updated_by, variables)
SELECT s.id, t.process_id, t.process_name,
       CASE WHEN s.luck % 97 = 5 THEN '0.9' ELSE t.version END, -- one that has no definition
       upper(split_part(t.process_id, '_', 1)) || '-' || lpad(s.i::text, 7, '0'),
       CASE WHEN t.state = 2 AND s.luck % 61 = 0 THEN 3 ELSE t.state END,
       s.start_time,
       CASE WHEN t.end_time IS NOT NULL THEN s.start_time + s.duration END,
       s.start_time + s.duration,
       t.endpoint,
       t.message || ' (request ' || lpad(to_hex(s.luck), 8, '0') || ')',
       t.node_definition_id,
       CASE WHEN e.number IS NOT NULL THEN
           '5eed' || lpad(to_hex(e.number), 4, '0') || '-0000-4000-8000-' || lpad(to_hex(s.i), 12, '0') END,
       (ARRAY['operator', 'olivia', 'nightly-batch', 'shop'])[1 + s.luck % 4],
       (ARRAY['operator', 'olivia', 'nightly-batch', 'shop'])[1 + s.luck % 4],
       CASE WHEN s.i > :instances - :detailed THEN jsonb_set(t.variables, '{workflowdata,seedNumber}', to_jsonb(s.i))
            ELSE jsonb_build_object('workflowdata', jsonb_build_object('seedNumber', s.i)) END
FROM seeded s
JOIN template t ON t.id = s.template
LEFT JOIN template_node e ON e.id = t.node_instance_id
ORDER BY s.i;

-- Visits keep their share of the run.
INSERT INTO nodes (id, definition_id, enter, exit, name, node_id, type, process_instance_id, retrigger, error_message)
SELECT '5eed' || lpad(to_hex(n.number), 4, '0') || '-0000-4000-8000-' || lpad(to_hex(s.i), 12, '0'),
       n.definition_id,
       s.start_time + (n.enter - t.start_time) * stretch,
       s.start_time + (n.exit - t.start_time) * stretch,
       n.name, n.node_id, n.type, s.id, n.retrigger, n.error_message
FROM seeded s
JOIN template t ON t.id = s.template
JOIN template_node n ON n.process_instance_id = t.id
CROSS JOIN LATERAL (
    SELECT CASE WHEN t.end_time > t.start_time
        THEN extract(epoch FROM s.duration)::float8 / extract(epoch FROM t.end_time - t.start_time)::float8
        ELSE 1 END AS stretch) f
WHERE s.i > :instances - :detailed;

-- Of the waiting ones all have their job, most of them due within 30 days, some overdue.
INSERT INTO jobs (id, callback_endpoint, endpoint, execution_counter, expiration_time, last_update, node_instance_id,
                  priority, process_id, process_instance_id, repeat_interval, repeat_limit, retries, scheduled_id, status)
SELECT s.id, replace(j.callback_endpoint, t.id, s.id), j.endpoint, j.execution_counter,
       CASE WHEN j.status = 'SCHEDULED' THEN
           date_trunc('milliseconds', now()::timestamp)
               + (s.luck % 43200 - 600) * interval '1 minute' + s.luck % 59999 * interval '1 millisecond' END,
       s.start_time + interval '1 second',
       '5eed' || lpad(to_hex(n.number), 4, '0') || '-0000-4000-8000-' || lpad(to_hex(s.i), 12, '0'),
       j.priority, j.process_id, s.id, j.repeat_interval, j.repeat_limit, j.retries, s.luck::text,
       CASE WHEN j.status = 'SCHEDULED' AND s.luck % 101 = 0 THEN 'ERROR' ELSE j.status END
FROM seeded s
JOIN template t ON t.id = s.template
JOIN LATERAL (SELECT * FROM jobs WHERE process_instance_id = t.id ORDER BY id LIMIT 1) j ON true
LEFT JOIN template_node n ON n.id = j.node_instance_id
WHERE t.state = 1 OR s.i > :instances - :detailed;

\ir special.sql
COMMIT;
