// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/actionrecord.h"

#include <QList>
#include <QObject>

namespace podium {

/// What was done in one environment: every action that changes something, with its answer. UI thread.
class ActionJournal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void add(const ActionRecord &record) = 0;
    /// Newest first. Before read() only what was added since the start.
    virtual QList<ActionRecord> records() const = 0;
    /// Reads what was kept, in the background.
    virtual void read() = 0;
    virtual bool isReading() const = 0;
    /// Why it could not be kept or read, translated plain text; "" when all is well.
    virtual QString problem() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace podium
