// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

#include <QFrame>
#include <QHash>

class QToolButton;

namespace podium {

/// The list pages, at the left. Narrow windows show icons only.
class NavigationRail : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationRail(const std::vector<PageEntry> &entries, QWidget *parent = nullptr);

    void setCurrent(const QString &kind); ///< "" for none
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }

Q_SIGNALS:
    void chosen(const QString &kind);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QHash<QString, QToolButton *> m_buttons;
    QList<QToolButton *> m_order;
    bool m_compact = false;
};

} // namespace podium
