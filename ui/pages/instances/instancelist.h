// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/instancelistmodel.h"
#include "ui/pages/page.h"
#include "ui/widgets/listview.h"

#include <QTimer>
#include <QWidget>

namespace podium {

class StateView;

/// A live list of instances with its own loading, empty and error states; pages put their filters around it. Updates
/// keep selection, current row, scroll position and focus.
class InstanceList : public QWidget
{
    Q_OBJECT
public:
    InstanceList(const PageContext &context, QWidget *parent = nullptr);
    ~InstanceList() override;

    InstanceListModel *model() const { return m_model; }
    ListView *view() const { return m_view; }
    StateView *stateView() const { return m_states; }

    /// The first call reads; a later one with the same query does nothing.
    void setQuery(const InstanceQuery &query);
    void refresh();

    struct Empty
    {
        QString title;
        QString hint;
        QString actionText;
        std::function<void()> action;
    };
    /// What stands in place of a list without rows.
    void setEmpty(const Empty &empty);
    void selectId(const QString &id);

Q_SIGNALS:
    void opened(const QString &instanceId); ///< Enter or double click
    void rowsPainted();                     ///< the first rows of the first answer are on screen

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellRange();
    void watchRows(int first, int last);
    void showPhase();
    void rowsInserted(int first, int last);
    void fillMenu(QMenu *menu, const QModelIndex &index);
    void updateSortIndicator();

    PageContext m_context;
    InstanceListModel *m_model;
    ListView *m_view;
    StateView *m_states;
    Empty m_empty;
    QTimer m_ticks;
    QStringList m_openRows; // as told to the feed
    bool m_watching = false;
    bool m_started = false;
    bool m_awaitingPaint = true;
};

} // namespace podium
