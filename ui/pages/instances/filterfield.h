// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/filtercompletion.h"

#include <QLineEdit>

class QCompleter;
class QModelIndex;
class QStandardItemModel;

namespace podium {

/// The filter as a line of text, with completion. An instance id that is pasted or entered alone is told apart.
class FilterField : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterField(QWidget *parent = nullptr);

    void setWords(const FilterWords &words) { m_words = words; }
    /// What the place of the cursor can be completed with; opens the list.
    void complete();
    QStandardItemModel *choices() const { return m_choices; }

Q_SIGNALS:
    void entered();                    ///< Enter
    void idEntered(const QString &id); ///< an instance id, and nothing else
    void left();                       ///< Esc: what was typed is not wanted

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onEdited(const QString &text);
    bool completes() const; ///< the list is open, with a choice in it
    void take(const QModelIndex &choice);

    FilterWords m_words;
    QCompleter *m_completer;
    QStandardItemModel *m_choices;
    qsizetype m_from = 0; ///< of what the choices replace
    qsizetype m_length = 0;
    qsizetype m_sizeBefore = 0;
};

/// The id in text that is an instance id and nothing else; "" for other text.
QString instanceIdIn(const QString &text);

} // namespace podium
