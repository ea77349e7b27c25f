// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace podium {

/// A page on the navigation rail, with a number on it where something waits there.
class RailButton : public QToolButton
{
    Q_OBJECT
public:
    explicit RailButton(const QString &name, QWidget *parent = nullptr);

    void setBadge(qint64 number); ///< 0 for none

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_badge;
};

} // namespace podium
