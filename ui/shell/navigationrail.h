// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

#include <QFrame>
#include <QHash>

class QToolButton;
class QVBoxLayout;

namespace podium {

class RailButton;
class ViewButton;

/// The list pages, at the left, and the saved views of instances. Narrow windows show icons only.
class NavigationRail : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationRail(const std::vector<PageEntry> &entries, QWidget *parent = nullptr);

    /// Below the pages, for what needs no environment.
    void addPlace(const QString &kind, const QString &name, const QString &iconName);
    /// Pages need somebody who is signed in.
    void setPagesEnabled(bool enabled);
    void setCurrent(const QString &kind); ///< "" for none
    void setCompact(bool compact);
    /// What stands below the instances; the earlier ones go. Hidden while there are icons only.
    void setViews(const QList<ViewButton *> &views);
    /// A number that wants to be seen, on the page's button; 0 for none.
    void setBadge(const QString &kind, qint64 number);
    bool isCompact() const { return m_compact; }

Q_SIGNALS:
    void chosen(const QString &kind);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    RailButton *makeButton(const QString &kind, const QString &name, const QString &iconName);

    QHash<QString, RailButton *> m_buttons;
    QList<QToolButton *> m_pages; ///< and places
    QList<QToolButton *> m_places;
    QList<QToolButton *> m_order; ///< pages and views, from top to bottom
    QList<QToolButton *> m_views;
    QVBoxLayout *m_layout;
    bool m_compact = false;
};

} // namespace podium
