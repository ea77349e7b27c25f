// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/items/itemtexts.h"

#include <QAbstractTableModel>
#include <QHash>

namespace podium {

/// One visit of a node, ready to be shown. Times are milliseconds from the start of the instance.
struct TimelineRow
{
    enum class Status { Running, Waiting, Done, Failed, Stopped };

    QString id; ///< of the NodeInstance
    QString definitionId;
    QString title;    ///< action, else state, else the node's own name
    QString subtitle; ///< state and branch, where the title does not say it
    QString type;
    QString stateName; ///< "" for nodes that belong to none
    QString error;
    qint64 from = 0;
    qint64 to = 0;      ///< now, while it runs
    bool timed = false; ///< false: the server told no times
    bool waits = false; ///< a timer, event or callback: time in which nothing is worked on
    bool internal = false;
    int attempt = 1; ///< 2 and more: triggered again
    Status status = Status::Done;

    bool operator==(const TimelineRow &) const = default;
};

/// The visits of nodes of one instance in the order of time. Nodes that the compiler added are hidden unless asked for.
/// Rows are matched by NodeInstance::id over updates. UI thread.
class NodeTimelineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NodeColumn, TypeColumn, StatusColumn, OffsetColumn, DurationColumn, BarColumn, ColumnCount };
    enum Role {
        StateNameRole = Qt::UserRole + 100, ///< QString
        FromRole,                           ///< qint64 ms from the instance's start
        ToRole,
        WaitsRole,  ///< bool
        StatusRole, ///< int of TimelineRow::Status
        SubtitleRole,
        NodeDefinitionIdRole,
    };

    explicit NodeTimelineModel(QObject *parent = nullptr);

    void setInstance(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance,
                     const QDateTime &nowUtc);
    /// Moves the ends of what still runs.
    void setNow(const QDateTime &nowUtc);
    void setShowInternal(bool show);
    bool showInternal() const { return m_showInternal; }
    void setTexts(const ItemTexts &texts);

    const TimelineRow &rowAt(int row) const { return m_rows.at(row); }
    qint64 span() const { return m_span; }           ///< ms that the whole timeline covers
    qint64 waitingTime() const { return m_waiting; } ///< ms of it in which only waiting nodes were open
    int rowOfState(const QString &stateName) const;  ///< first row of a state, -1 when none
    int rowOfDefinition(const QString &definitionId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TimelineRow> makeRows() const;
    TimelineRow makeRow(const NodeInstance &node, const NodeDefinition *definition) const;
    void update();
    void measure();
    QString displayText(const TimelineRow &row, int column) const;

    QHash<QString, NodeDefinition> m_definitions;
    WorkflowInstance m_instance;
    QDateTime m_now;
    ItemTexts m_texts;
    QList<TimelineRow> m_rows;
    qint64 m_span = 0;
    qint64 m_waiting = 0;
    bool m_showInternal = false;
};

QString displayName(TimelineRow::Status status); ///< translated

} // namespace podium
