// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPushButton>

namespace podium {

/// Chooses the colour of an environment from a few that stand apart, or any other.
class ColorButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ColorButton(QWidget *parent = nullptr);

    QColor color() const { return m_color; }
    void setColor(const QColor &color);

Q_SIGNALS:
    void colorChanged();

private:
    void fillMenu();
    QIcon swatch(const QColor &color) const;

    QColor m_color;
};

} // namespace podium
