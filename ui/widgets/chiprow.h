// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QList>
#include <QWidget>

class QToolButton;

namespace podium {

/// A row of switches for filters. Arrow keys move between them, Space switches.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    enum class Choice {
        Any,       ///< each on its own
        AtMostOne, ///< one puts the others out, and itself when it is chosen again
    };

    explicit ChipRow(const QString &accessibleName, Choice choice = Choice::Any, QWidget *parent = nullptr);

    /// `accessibleName` says what the switch does where the text alone would not.
    QToolButton *addChip(const QString &text, const QString &iconName, Tone tone, const QString &accessibleName = {});
    QList<int> checked() const;                 ///< indexes, ascending
    void setChecked(const QList<int> &indexes); ///< emits nothing
    QToolButton *chip(int index) const { return m_chips.at(index); }

Q_SIGNALS:
    void changed(); ///< by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggled(int index, bool on);

    Choice m_choice;
    QList<QToolButton *> m_chips;
};

} // namespace podium
