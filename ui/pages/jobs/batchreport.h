// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobbatch.h"
#include "ui/widgets/timetext.h"

class QDialog;
class QWidget;

namespace podium {

/// "9 done · 1 failed · 2 left alone"
QString batchSummary(const JobBatch &batch);
/// What became of each job, what needs a look first: plain text, to read and to copy.
QString batchReport(const JobBatch &batch, TimeStyle style, const QDateTime &nowUtc);
/// Shows it without blocking. Answers the dialog.
QDialog *showReport(const JobBatch &batch, TimeStyle style, const QDateTime &nowUtc, QWidget *parent);

} // namespace podium
