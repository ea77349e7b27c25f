// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/bulkreport.h"

#include <QHash>
#include <QObject>

namespace podium {

struct Console;
class Navigator;
class WorkList;

/// Tells of the actions on many instances of one environment among the background work of the window.
class BulkWork : public QObject
{
    Q_OBJECT
public:
    BulkWork(Console &console, WorkList &work, Navigator &navigator, QObject *parent = nullptr);
    ~BulkWork() override;

    /// Looks for one that Podium was closed in the middle of; nothing goes on by itself.
    void findInterrupted();

Q_SIGNALS:
    void interrupted(const podium::BulkReport &newest);

private:
    void begin(const QString &id);
    void follow(const QString &id);

    Console &m_console;
    WorkList &m_work;
    Navigator &m_navigator;
    QHash<QString, int> m_ids; ///< of the work, by the id of the report
    Pending m_reading;
};

} // namespace podium
