// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "ui/widgets/theme.h"

namespace podium {

/// What the colour of a job's pill says.
Tone toneOf(JobStatus status);
/// Icon that stands for it beside its word.
QString iconOf(JobStatus status);

} // namespace podium
