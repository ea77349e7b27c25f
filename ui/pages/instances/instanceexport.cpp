// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instanceexport.h"

#include "models/core/clock.h"
#include "models/items/instancecolumns.h"
#include "models/items/itemroles.h"

#include <QDir>

namespace podium {

namespace {
constexpr int kMostBarren = 10;
} // namespace

InstanceExport::InstanceExport(InstanceService &instances, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
    , m_clock(clock)
{
}

void InstanceExport::start(const InstanceSelection &selection, const QString &path, RowFormat format)
{
    QStringList keys;
    QStringList titles;
    for (int column = 0; column < kInstanceColumns; ++column) {
        keys << instanceHeader(InstanceColumn(column), ItemColumnKeyRole).toString();
        titles << instanceHeader(InstanceColumn(column), Qt::DisplayRole).toString();
    }
    m_writer = std::make_unique<RowWriter>(format, keys, titles);
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(m_file->errorString());
    m_file->write(m_writer->begin());
    if (!selection.everything) {
        write(selection.rows);
        return end();
    }
    m_query = selection.query;
    m_query.offset = 0;
    m_query.limit = kPage;
    m_total = selection.total.value_or(0);
    Q_EMIT progressed(0, m_total);
    readPage();
}

void InstanceExport::cancel()
{
    m_pending.cancel();
    m_file->cancelWriting();
}

void InstanceExport::readPage()
{
    m_pending = deliver(m_instances.page(m_query), this, [this](const Result<InstancePage> &page) {
        if (page)
            return take(*page);
        m_file->cancelWriting();
        Q_EMIT failed(page.error());
    });
}

void InstanceExport::take(const InstancePage &page)
{
    QList<WorkflowInstance> fresh;
    QSet<QString> ids;
    for (const WorkflowInstance &row : page.rows) {
        ids.insert(row.id);
        if (!m_before.contains(row.id))
            fresh << row;
    }
    write(fresh);
    if (page.total)
        m_total = qMax(*page.total, m_written);
    Q_EMIT progressed(m_written, m_total);
    // Pages that bring nothing new end it as well: else a server that ignores offsets would never end.
    m_barren = fresh.isEmpty() ? m_barren + 1 : 0;
    if (page.rows.size() < m_query.limit || m_barren > kMostBarren)
        return end();
    m_before = ids;
    m_query.offset += static_cast<int>(page.rows.size()) - kOverlap;
    readPage();
}

void InstanceExport::write(const QList<WorkflowInstance> &rows)
{
    for (const WorkflowInstance &row : rows) {
        QVariantList cells;
        for (int column = 0; column < kInstanceColumns; ++column)
            cells << instanceData(row, InstanceColumn(column), ItemExportRole, {}, m_clock.now());
        m_file->write(m_writer->row(cells));
    }
    m_written += rows.size();
}

void InstanceExport::end()
{
    m_file->write(m_writer->end());
    if (!m_file->commit())
        return fail(m_file->errorString());
    Q_EMIT finished();
}

void InstanceExport::fail(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = tr("The instances could not be saved as %1.").arg(QDir::toNativeSeparators(m_file->fileName()));
    error.why = why;
    error.remedy = tr("Check the folder's permissions and free space, or choose another place.");
    Q_EMIT failed(error);
}

} // namespace podium
