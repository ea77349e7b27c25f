// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

#include <optional>

namespace podium {

/// A saved view on the navigation rail: its name, and at the right how many instances it lists. F2, Del and Alt with
/// the arrow keys rename, delete and move it.
class ViewButton : public QToolButton
{
    Q_OBJECT
public:
    ViewButton(const QString &name, QWidget *parent);

    QString name() const { return m_name; }
    void setCount(std::optional<qint64> count); ///< nothing where it cannot be told
    QString countText() const { return m_count; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void renameWanted();
    void removeWanted();
    void moveWanted(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_name;
    QString m_count;
};

} // namespace podium
