// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/clock.h"
#include "models/items/instancecolumns.h"
#include "models/items/sparserows.h"
#include "models/services/instanceservice.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace podium {

/// A list of instances of any length, of which only a window around what the view shows is in memory. The row count is
/// the server's total from the first answer on; where the server does not count, the list grows as its end comes near.
/// The view tells with showRange() what it shows; data() never asks for anything. Rows keep their identity over every
/// update, so selection and current row stay. UI thread.
class InstanceListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Phase { Idle, Loading, Ready, Failed };

    static constexpr int kPage = 100;    ///< rows per request
    static constexpr int kWindow = 2000; ///< rows kept in memory

    InstanceListModel(InstanceService &service, const Clock &clock, QObject *parent = nullptr);
    ~InstanceListModel() override;

    /// Drops everything and reads from the start; answers to earlier queries are never shown. offset and limit are
    /// ours.
    void setQuery(const InstanceQuery &query);
    InstanceQuery query() const { return m_query; }
    /// At most so many rows, for short lists of the newest; 0 for all.
    void setMaximum(int rows);
    void setTexts(const ItemTexts &texts);

    /// What the view shows, rows inclusive. Missing rows around it are asked for a moment later.
    void showRange(int first, int last);
    /// Reads what is shown again; it stays on screen until the answer comes.
    void refresh();
    /// New and changed rows of the LiveFeed: changed in place, new ones inserted where they belong.
    void applyLive(const QList<WorkflowInstance> &rows);
    /// Running durations moved on.
    void tick();

    Phase phase() const { return m_phase; }
    const Error &error() const { return m_error; } ///< of the last failure
    /// Rows of the whole query; nothing where the server does not count and there is more.
    std::optional<qint64> total() const;
    bool hasMore() const { return m_hasMore; }
    /// "1,234 instances", "100+ instances"
    QString countText() const;

    const WorkflowInstance *instanceAt(int row) const { return m_rows.at(row); } ///< nullptr while on its way
    int rowOf(const QString &id) const { return m_rows.rowOf(id); }              ///< -1 when not in memory
    qsizetype rowsInMemory() const { return m_rows.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void phaseChanged();
    void countChanged();
    void rowsArrived();                          ///< an answer is in the model
    void readFailed(const podium::Error &error); ///< a later request failed; what was there stays
    void queryChanged();

private:
    struct Request
    {
        int number = 0;
        int offset = 0;
        bool again = false; ///< of refresh(): the server's place for rows counts, not ours
        Pending pending;
    };

    void setPhase(Phase phase);
    void request(int offset, bool again);
    void requestMissing();
    void arrived(int number, Result<InstancePage> result);
    void place(const Request &request, const QList<WorkflowInstance> &rows, std::optional<qint64> total);
    int offsetOf(const Request &request, const QList<WorkflowInstance> &rows) const;
    void setRowCount(int count);
    void changeRows(int offset, const QList<WorkflowInstance> &rows, bool forgetOthers);
    void insertNew(const WorkflowInstance &instance);
    void removeAt(int row);
    void trim();
    int limitOf(int offset) const;
    int wantedEnd() const { return m_rowCount + (m_hasMore ? 1 : 0); } ///< one more than known, where there is more

    InstanceService &m_service;
    const Clock &m_clock;
    InstanceQuery m_query;
    ItemTexts m_texts;
    SparseRows m_rows;
    int m_rowCount = 0;
    int m_maximum = 0;
    bool m_hasMore = false;
    Phase m_phase = Phase::Idle;
    Error m_error;
    int m_first = 0;
    int m_last = 0;
    int m_nextNumber = 0;
    std::vector<Request> m_requests;
    QSet<int> m_holes; ///< offsets whose answer left rows missing: asked again only when something changed
    QTimer m_debounce;
    QTimer m_refreshLater;
};

} // namespace podium
