// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/nodetimelinemodel.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace podium {

class ListView;
class StateView;

/// Draws the bar of a node over the whole time of its instance: filled while it worked, hatched while it waited.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TimelineDelegate(const NodeTimelineModel &model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const TimelineRow &row) const;
    void paintNode(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const NodeTimelineModel &m_model;
};

/// The nodes of an instance over time.
class TimelineView : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    NodeTimelineModel *model() const { return m_model; }
    ListView *view() const { return m_view; }
    void updateSummary();
    /// Selects the first row of a state; "" selects nothing. Emits nothing.
    void selectState(const QString &stateName);
    void selectDefinition(const QString &definitionId);

Q_SIGNALS:
    void stateSelected(const QString &stateName); ///< by the user

private:
    void selectRow(int row);

    NodeTimelineModel *m_model;
    ListView *m_view;
    StateView *m_states;
    QLabel *m_summary;
    QCheckBox *m_internal;
    bool m_selecting = false;
};

} // namespace podium
