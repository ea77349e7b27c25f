// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabBar>

namespace podium {

/// Tabs whose titles come from servers: elided, closed by a button or the middle mouse button, moved by dragging.
class DocumentTabBar : public QTabBar
{
    Q_OBJECT
public:
    explicit DocumentTabBar(QWidget *parent = nullptr);

    void setTitle(int index, const QString &title); ///< plain text
    void addCloseButton(int index);

Q_SIGNALS:
    void closeWanted(int index);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
};

} // namespace podium
