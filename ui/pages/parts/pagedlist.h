// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/pagedmodel.h"
#include "ui/widgets/listview.h"

#include <QTimer>
#include <QWidget>

namespace podium {

class StateView;

/// A list that a PagedModel fills, with its own loading, empty and error states; what its rows are, a subclass knows.
/// Updates keep selection, current row, scroll position and focus.
class PagedList : public QWidget
{
    Q_OBJECT
public:
    ListView *view() const { return m_view; }
    StateView *stateView() const { return m_states; }

    struct Empty
    {
        QString title;
        QString hint;
        QString actionText;
        std::function<void()> action;
    };
    /// What stands in place of a list without rows.
    void setEmpty(const Empty &empty);
    void refresh();

Q_SIGNALS:
    void rowsPainted(); ///< the first rows of the first answer are on screen

protected:
    struct Texts
    {
        QString name;    ///< accessible
        QString icon;    ///< of the empty state
        QString loading; ///< "Reading instances…"
        QString none;    ///< title of the empty state where nothing else is said
    };

    /// `model` is a child of the list, or outlives it.
    PagedList(PagedModel *model, const Texts &texts, QWidget *parent);

    /// The subclass has made its columns: follows the model from now on.
    void start();
    void tellRange();
    /// The rows that are to be seen, inclusive; nothing is when `last` is below `first`.
    virtual void rangeShown(int first, int last) = 0;
    /// Comes and goes with being on screen.
    virtual void watch(bool on) = 0;
    virtual void tick() = 0; ///< every second while on screen
    bool isWatching() const { return m_watching; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPhase();
    void rowsInserted(int first, int last);

    PagedModel *m_model;
    Texts m_texts;
    ListView *m_view;
    StateView *m_states;
    Empty m_empty;
    QTimer m_ticks;
    bool m_watching = false;
    bool m_awaitingPaint = true;
};

} // namespace podium
