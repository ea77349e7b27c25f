// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/rowwriter.h"
#include "ui/pages/instances/instanceselection.h"

#include <QObject>
#include <QSaveFile>
#include <QSet>

#include <memory>

namespace podium {

class Clock;
class InstanceService;

/// Writes instances into a file, all columns of each: those that are chosen, or page by page every match of the query.
/// The file is there only once it is complete. UI thread; a page is a few milliseconds of it.
class InstanceExport : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 500;
    /// Pages overlap, so that rows which leave the query meanwhile pull none past the border of two pages.
    static constexpr int kOverlap = 50;

    InstanceExport(InstanceService &instances, const Clock &clock, QObject *parent = nullptr);

    /// Once. finished() or failed() follows, unless the export is destroyed first: then there is no file.
    void start(const InstanceSelection &selection, const QString &path, RowFormat format);
    void cancel(); ///< there is no file, and no signal follows
    qint64 written() const { return m_written; }

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total); ///< total 0: not known
    void finished();
    void failed(const podium::Error &error);

private:
    void readPage();
    void take(const InstancePage &page);
    void write(const QList<WorkflowInstance> &rows);
    void end();
    void fail(const QString &why);

    InstanceService &m_instances;
    const Clock &m_clock;
    InstanceQuery m_query;
    std::unique_ptr<RowWriter> m_writer;
    std::unique_ptr<QSaveFile> m_file;
    QSet<QString> m_before; ///< ids of the last page
    int m_barren = 0;       ///< pages one after the other without a new row
    qint64 m_written = 0;
    qint64 m_total = 0;
    Pending m_pending;
};

} // namespace podium
