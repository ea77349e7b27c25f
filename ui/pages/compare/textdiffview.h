// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/text/textdiffmodel.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace podium {

/// Two texts as one: what was removed, what was added, and the lines around it, with the line numbers of both. Made for
/// texts of any size: only the rows in view are asked for. Everything is shown as plain text.
class TextDiffView : public QListView
{
    Q_OBJECT
public:
    explicit TextDiffView(QWidget *parent = nullptr);

    void setDifference(const SharedTextDifference &difference);
    void setChangesOnly(bool on); ///< keeps the current line
    TextDiffModel *diff() const { return m_model; }

    /// Scrolls to a line, from 1, of one version. Emits nothing.
    void showLine(int line, bool old);
    /// To the next or previous change, round the ends.
    void step(bool backward);

Q_SIGNALS:
    /// The user went to a row. Lines from 1; 0 where that version has none.
    void lineChosen(int oldLine, int newLine);
    void currentChangeMoved();
    void wholeTextWanted(); ///< hidden lines are to be shown

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void goToRow(int row, bool center);
    void expandGap(int row);
    void copySelection() const;

    TextDiffModel *m_model;
    bool m_quiet = false;
};

/// Paints a row: both numbers, the sign, the line.
class TextDiffDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TextDiffDelegate(TextDiffView *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int numberWidth() const;
    void paintText(QPainter *painter, const QRect &room, const QStyleOptionViewItem &option, int row) const;

    TextDiffView *m_view;
};

} // namespace podium
