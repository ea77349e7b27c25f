// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formcontext.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace podium {

/// One entry of a list with its buttons.
class ArrayItem : public QWidget
{
    Q_OBJECT
public:
    ArrayItem(FormContext &context, const FormField &field, QWidget *parent);

    FieldRow *row() const { return m_row; }
    /// `number` counts from 1.
    void setPosition(qsizetype number, bool canMoveUp, bool canMoveDown, bool canRemove);
    void focusButton(int direction); ///< -1 up, 1 down: where the focus stays after a move

Q_SIGNALS:
    void removeAsked();
    void moveAsked(int by);

private:
    QToolButton *addButton(const QString &icon);

    FieldRow *m_row;
    QString m_title;
    QLabel *m_number = nullptr;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
};

} // namespace podium
