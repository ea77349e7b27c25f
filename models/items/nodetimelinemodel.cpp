// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/nodetimelinemodel.h"

#include "models/items/itemroles.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Node types whose time is waiting: for a moment, an event or a message (jBPM's names).
bool isWaitingType(const QString &type)
{
    return type == "TimerNode"_L1 || type == "EventNode"_L1 || type == "BoundaryEventNode"_L1 ||
           type == "StateNode"_L1 || type == "CatchLinkNode"_L1 || type == "MilestoneNode"_L1;
}

struct NodeStatus
{
    Q_DECLARE_TR_FUNCTIONS(NodeStatus)
};

} // namespace

QString displayName(TimelineRow::Status status)
{
    switch (status) {
    case TimelineRow::Status::Running:
        return NodeStatus::tr("Running");
    case TimelineRow::Status::Waiting:
        return NodeStatus::tr("Waiting");
    case TimelineRow::Status::Done:
        return NodeStatus::tr("Done");
    case TimelineRow::Status::Failed:
        return NodeStatus::tr("Failed");
    case TimelineRow::Status::Stopped:
        break;
    }
    return NodeStatus::tr("Not finished");
}

NodeTimelineModel::NodeTimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void NodeTimelineModel::setInstance(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance,
                                    const QDateTime &nowUtc)
{
    m_definitions.clear();
    for (const NodeDefinition &definition : definitions)
        m_definitions.insert(definition.uniqueId, definition);
    m_instance = instance;
    m_now = nowUtc;
    update();
}

void NodeTimelineModel::setNow(const QDateTime &nowUtc)
{
    m_now = nowUtc;
    update();
}

void NodeTimelineModel::setShowInternal(bool show)
{
    m_showInternal = show;
    update();
}

void NodeTimelineModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

TimelineRow NodeTimelineModel::makeRow(const NodeInstance &node, const NodeDefinition *definition) const
{
    using Status = TimelineRow::Status;
    TimelineRow row;
    row.id = node.id;
    row.definitionId = node.definitionId;
    row.type = node.type;
    row.error = node.errorMessage;
    row.internal =
        definition ? definition->isInternal() : NodeDefinition{{}, node.name, {}, {}, {}, {}, {}}.isInternal();
    row.title = node.name;
    if (definition) {
        row.stateName = definition->state;
        row.title = !definition->action.isEmpty() ? definition->action : node.name;
        QStringList place;
        if (definition->state != row.title)
            place << definition->state;
        place << definition->branch;
        place.removeAll(QString());
        row.subtitle = place.join(u" › "_s);
    }
    // A parallel state is framed by two nodes that the compiler names after it.
    if (!row.stateName.isEmpty() && node.type == "Split"_L1 && node.name == row.stateName + u"Start"_s)
        row.title = tr("Branches start");
    else if (!row.stateName.isEmpty() && node.type == "Join"_L1 && node.name == row.stateName + u"End"_s)
        row.title = tr("Branches join");
    if (row.title.isEmpty())
        row.title = node.type.isEmpty() ? node.id : node.type;
    row.waits = isWaitingType(node.type);

    row.timed = node.enter.isValid() && m_instance.start.isValid();
    const bool open = !node.exit.isValid();
    const bool moves = !isFinal(m_instance.state) && !m_instance.end.isValid();
    if (row.timed) {
        row.from = qMax<qint64>(0, m_instance.start.msecsTo(node.enter));
        row.to = row.from;
        if (!open)
            row.to = qMax(row.from, m_instance.start.msecsTo(node.exit));
        else if (moves && m_now.isValid())
            row.to = qMax(row.from, m_instance.start.msecsTo(m_now));
        else if (m_instance.end.isValid())
            row.to = qMax(row.from, m_instance.start.msecsTo(m_instance.end));
    }
    const bool blamed =
        m_instance.state == InstanceState::Error && m_instance.error && m_instance.error->isOf(node) &&
        (open || !m_instance.error->nodeInstanceId.isEmpty());
    if (blamed || (!node.errorMessage.isEmpty() && node.cancelType != "OBSOLETE"_L1))
        row.status = Status::Failed;
    else if (!open)
        row.status = Status::Done;
    else if (!moves || m_instance.state == InstanceState::Error || !node.cancelType.isEmpty())
        row.status = Status::Stopped;
    else
        row.status = row.waits ? Status::Waiting : Status::Running;
    return row;
}

QList<TimelineRow> NodeTimelineModel::makeRows() const
{
    QList<TimelineRow> rows;
    QHash<QString, int> newest; // definition -> row of its last visit, to count attempts
    for (const NodeInstance &node : m_instance.nodes) {
        const auto definition = m_definitions.constFind(node.definitionId);
        TimelineRow row = makeRow(node, definition == m_definitions.cend() ? nullptr : &*definition);
        if (row.internal && !m_showInternal)
            continue;
        const int before = newest.value(node.definitionId, -1);
        // A visit that never ended and was entered again was triggered again; loops end each visit first.
        const bool superseded = before >= 0 && rows.at(before).status != TimelineRow::Status::Done;
        if (node.retrigger.value_or(false) || superseded) {
            row.attempt = before >= 0 ? rows.at(before).attempt + 1 : 2;
            if (before >= 0 && rows.at(before).status != TimelineRow::Status::Failed) {
                rows[before].status = TimelineRow::Status::Stopped;
                rows[before].to = qBound(rows.at(before).from, row.from, rows.at(before).to);
            }
        }
        newest.insert(node.definitionId, static_cast<int>(rows.size()));
        rows.append(row);
    }
    return rows;
}

void NodeTimelineModel::update()
{
    const QList<TimelineRow> rows = makeRows();
    QHash<QString, int> place;
    for (int i = 0; i < rows.size(); ++i)
        place.insert(rows.at(i).id, i);
    // Rows that are gone, or not in the old order any more, leave; the others keep their identity.
    for (int i = static_cast<int>(m_rows.size()) - 1, next = static_cast<int>(rows.size()); i >= 0; --i) {
        const int at = place.value(m_rows.at(i).id, -1);
        if (at >= 0 && at < next) {
            next = at;
            continue;
        }
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows.at(i).id == rows.at(i).id)
            continue;
        beginInsertRows({}, i, i);
        m_rows.insert(i, rows.at(i));
        endInsertRows();
    }
    const QList<TimelineRow> before = std::exchange(m_rows, rows);
    const qint64 span = m_span;
    measure();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (before.at(i) != m_rows.at(i))
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
    if (span != m_span && !m_rows.isEmpty()) // all bars are drawn against the whole
        Q_EMIT dataChanged(index(0, BarColumn), index(rowCount() - 1, BarColumn), {FromRole, ToRole});
}

/// The whole span, and how much of it had nothing open but waiting nodes: a sweep over the ends of all rows.
void NodeTimelineModel::measure()
{
    struct Edge
    {
        qint64 at;
        int working;
        int waiting;
    };
    std::vector<Edge> edges;
    m_span = 0;
    for (const TimelineRow &row : std::as_const(m_rows)) {
        m_span = qMax(m_span, row.to);
        // Composites only frame the nodes in them: they would count every wait inside as work.
        if (!row.timed || row.type == "CompositeContextNode"_L1 || row.type == "DynamicNode"_L1 ||
            row.type == "ForEachNode"_L1)
            continue;
        edges.push_back({row.from, row.waits ? 0 : 1, row.waits ? 1 : 0});
        edges.push_back({row.to, row.waits ? 0 : -1, row.waits ? -1 : 0});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.at < b.at; });
    m_waiting = 0;
    int working = 0;
    int waiting = 0;
    qint64 last = 0;
    for (const Edge &edge : edges) {
        if (waiting > 0 && working == 0)
            m_waiting += edge.at - last;
        last = edge.at;
        working += edge.working;
        waiting += edge.waiting;
    }
}

int NodeTimelineModel::rowOfState(const QString &stateName) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!stateName.isEmpty() && m_rows.at(i).stateName == stateName)
            return i;
    }
    return -1;
}

int NodeTimelineModel::rowOfDefinition(const QString &definitionId) const
{
    // The last visit is the one that an error is about.
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (m_rows.at(i).definitionId == definitionId)
            return i;
    }
    return -1;
}

int NodeTimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NodeTimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString NodeTimelineModel::displayText(const TimelineRow &row, int column) const
{
    switch (column) {
    case NodeColumn: {
        const QString title = singleLine(row.title);
        return row.attempt > 1 ? tr("%1 (attempt %2)").arg(title).arg(row.attempt) : title;
    }
    case TypeColumn:
        return singleLine(row.type);
    case StatusColumn:
        return displayName(row.status);
    case OffsetColumn:
        return row.timed ? u"+"_s + m_texts.durationOf(row.from) : u"–"_s;
    case DurationColumn:
    case BarColumn:
        return row.timed ? m_texts.durationOf(row.to - row.from) : u"–"_s;
    default:
        return {};
    }
}

QVariant NodeTimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        // The bar is drawn by a delegate; the duration beside it says the same in words.
        return index.column() == BarColumn ? QVariant() : displayText(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == BarColumn
                   ? tr("From %1, for %2").arg(displayText(row, OffsetColumn), displayText(row, DurationColumn))
                   : displayText(row, index.column());
    case Qt::ToolTipRole: {
        QStringList lines{row.title};
        lines << (row.subtitle.isEmpty() ? row.type : row.subtitle + u" · "_s + row.type) << row.error;
        lines.removeAll(QString());
        return plainToolTip(lines.join(u'\n'));
    }
    case Qt::TextAlignmentRole:
        return index.column() == OffsetColumn || index.column() == DurationColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case ItemExportRole:
        if (index.column() == OffsetColumn || index.column() == DurationColumn)
            return index.column() == OffsetColumn ? row.from : row.to - row.from;
        return displayText(row, index.column());
    case IdRole:
        return row.id;
    case StateNameRole:
        return row.stateName;
    case FromRole:
        return row.from;
    case ToRole:
        return row.to;
    case WaitsRole:
        return row.waits;
    case StatusRole:
        return static_cast<int>(row.status);
    case SubtitleRole:
        return singleLine(row.subtitle);
    case NodeDefinitionIdRole:
        return row.definitionId;
    default:
        return {};
    }
}

QVariant NodeTimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == ItemColumnKeyRole) {
        static constexpr const char *kKeys[] = {"node", "type", "status", "offset", "duration", "bar"};
        return QString::fromLatin1(kKeys[section]);
    }
    if (role == Qt::TextAlignmentRole)
        return section == OffsetColumn || section == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                    : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NodeColumn:
        return tr("Node");
    case TypeColumn:
        return tr("Type");
    case StatusColumn:
        return tr("Status");
    case OffsetColumn:
        return tr("After");
    case DurationColumn:
        return tr("Took");
    default:
        return tr("Timeline");
    }
}

} // namespace podium
