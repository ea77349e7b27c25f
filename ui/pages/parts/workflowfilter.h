// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QComboBox>

namespace podium {

class WorkflowCatalog;

/// Chooses all workflows or one of those that the catalog lists, each id once.
class WorkflowFilter : public QComboBox
{
    Q_OBJECT
public:
    explicit WorkflowFilter(QWidget *parent = nullptr);

    /// Reads the list. Where that fails, the choice stays as it is.
    void read(WorkflowCatalog &catalog);

    QString workflow() const { return currentData().toString(); } ///< id, "" for all
    /// An id that is not listed is listed from then on, until the next read().
    void setWorkflow(const QString &id);

private:
    Pending m_reading;
};

} // namespace podium
