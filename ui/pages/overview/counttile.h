// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace podium {

/// A number with its name that opens the list behind it.
class CountTile : public QAbstractButton
{
    Q_OBJECT
public:
    CountTile(const QString &name, const QString &iconName, Tone tone, QWidget *parent = nullptr);

    /// "" while it is not known. `loud` uses the tone: something wants attention.
    void setValue(const QString &value, bool loud);
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QFont numberFont() const;

    QString m_icon;
    Tone m_tone;
    QString m_value;
    bool m_loud = false;
};

} // namespace podium
