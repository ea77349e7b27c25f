// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

#include <QHash>
#include <QJsonArray>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace podium {

/// The pages of one environment: the first tab shows the list page chosen on the rail, the others are details. A page
/// is made when it is first shown, so restoring many tabs costs nothing.
class TabArea : public QWidget
{
    Q_OBJECT
public:
    TabArea(const PageContext &context, const std::vector<PageEntry> &entries, QWidget *parent = nullptr);

    /// Brings the page to the front, making it and its tab as needed; nullptr for a kind that no entry serves.
    Page *open(const Location &location);
    void close(const Location &location); ///< a detail tab; the list tab stays
    void closeTab(int index);
    void closeCurrent();
    void closeOthers();
    void reopenClosed();
    void selectTab(int index); ///< ignored beyond the last
    void step(int by);         ///< to the next or previous tab, round the end
    bool canReopen() const { return !m_closed.isEmpty(); }

    int count() const;
    Location current() const;
    Page *currentPage() const;
    QList<Page *> pages() const; ///< those that were made so far

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state); ///< what it cannot use is left out

Q_SIGNALS:
    void currentChanged(const podium::Location &location);
    void moved(const podium::Location &from, const podium::Location &to); ///< a page shows something else now

private:
    struct Tab
    {
        Location location;
        QString title;
        Page *page = nullptr;
        QJsonObject state;
    };

    const PageEntry *entryFor(const QString &kind) const;
    int indexOf(const Location &location) const;
    Tab &tabAt(int index);
    int addTab(const Tab &tab);
    Page *makePage(const Location &location, const QJsonObject &state);
    void showListPage(const QString &kind);
    void onCurrentChanged(int index);
    void updateTitle(Page *page);
    void keepListTabFirst();
    QJsonArray savedTabs() const;

    PageContext m_context;
    const std::vector<PageEntry> &m_entries;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QHash<int, Tab> m_tabs; ///< by tabData; 0 is the list tab
    int m_nextId = 1;
    QHash<QString, Page *> m_listPages;
    QHash<QString, QJsonObject> m_listStates; ///< of list pages that are not made yet
    QList<Tab> m_closed;
    bool m_changing = false;
};

} // namespace podium
