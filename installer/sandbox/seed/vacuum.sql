-- SPDX-FileCopyrightText: 2026 The Podium authors
-- SPDX-License-Identifier: Apache-2.0
VACUUM ANALYZE processes;
VACUUM ANALYZE nodes;
VACUUM ANALYZE jobs;
