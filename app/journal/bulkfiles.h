// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/bulkstore.h"

namespace podium {

/// Reports of actions on many instances: a file each (lines as in models/domain/bulkreport.h), which only its owner may
/// read. What cannot be written is told in problem(), and written with the next word on the same report. UI thread.
class BulkFiles : public BulkStore
{
    Q_OBJECT
public:
    /// The reports of an environment in a folder of their own below `folder`, which is made with the first.
    BulkFiles(const QString &folder, const QString &environmentName, QObject *parent = nullptr);

    void begin(const BulkReport &plan) override;
    void note(const QString &id, int index, const BulkItem &item) override;
    void end(const QString &id, const QDateTime &at) override;
    void resumed(const QString &id, const QDateTime &at, const QString &user) override;

    Async<QList<BulkReport>> reports() override;
    Async<BulkReport> report(const QString &id) override;
    QString problem() const override { return m_problem; }

    QString folder() const { return m_folder; }

private:
    QString pathOf(const QString &id) const;
    void append(const QString &id, const QByteArray &lines);

    QString m_folder;
    QHash<QString, QByteArray> m_unwritten; ///< by id
    QString m_problem;
};

} // namespace podium
