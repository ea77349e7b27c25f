// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/filtercompletion.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace podium {

/// Edits one condition in place: its value as the line has it, and what is known to stand there. Enter takes it, Esc
/// leaves everything as it was. Goes by itself.
class ConditionEditor : public QFrame
{
    Q_OBJECT
public:
    ConditionEditor(const InstanceCondition &condition, const FilterWords &words, QWidget *parent);

    void openAt(QWidget *anchor);
    QLineEdit *field() const { return m_field; }
    QListWidget *known() const { return m_known; }

Q_SIGNALS:
    void accepted(const podium::InstanceCondition &condition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void accept();
    void take(const QListWidgetItem *item);
    QString lastAlternative() const;

    InstanceField m_before;
    FilterWords m_words;
    QLineEdit *m_field;
    QListWidget *m_known;
    QLabel *m_hint;
};

} // namespace podium
