// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers with every field Podium reads. Apart from the tests: Qt's moc 6.4 loses its way in texts of several lines.
extern const char *const kInstance;
extern const char *const kDefinitions;
extern const char *const kJobs;
