// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace podium {

/// A length of time: a number and its unit.
class SpanEdit : public QWidget
{
    Q_OBJECT
public:
    explicit SpanEdit(const QString &accessibleName, QWidget *parent = nullptr);

    qint64 spanMs() const;
    void setSpanMs(qint64 milliseconds); ///< in the largest unit that divides it

Q_SIGNALS:
    void changed();

private:
    QSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace podium
