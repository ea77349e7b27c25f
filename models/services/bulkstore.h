// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/bulkreport.h"

namespace podium {

/// Keeps the reports of actions on many instances of one environment, so that neither closing Podium nor a kill loses
/// them. What is added is kept before the call returns. UI thread.
class BulkStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void begin(const BulkReport &plan) = 0;
    virtual void note(const QString &id, int index, const BulkItem &item) = 0;
    virtual void end(const QString &id, const QDateTime &at) = 0;
    virtual void resumed(const QString &id, const QDateTime &at, const QString &user) = 0;

    /// The newest first, at most kMostReports; read in the background.
    virtual Async<QList<BulkReport>> reports() = 0;
    /// Kind::NotFound for an unknown id.
    virtual Async<BulkReport> report(const QString &id) = 0;
    /// Why what was added could not be kept, translated plain text; "" when all is well.
    virtual QString problem() const = 0;

    static constexpr int kMostReports = 100;

Q_SIGNALS:
    void problemChanged();
};

} // namespace podium
