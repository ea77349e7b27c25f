// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace podium {

/// Line edit for filters: tells about changes once the typing pauses. Esc clears.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void searchChanged(const QString &text); ///< 200 ms after the last key, at once on Enter and when cleared

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_delay;
    QString m_told;
};

} // namespace podium
