// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/overview/attentionrow.h"

#include <QFrame>
#include <QHash>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace podium {

/// A section of the page: a title with a number, and rows, the most urgent first. While the user is at it with pointer
/// or keyboard, rows keep their places: numbers change where they are, new rows come at the end, and what went away
/// stays, dimmed. Arrow keys, Home and End walk through the rows; Tab leads to one of them only.
class AttentionList : public QFrame
{
    Q_OBJECT
public:
    static constexpr int kFirst = 6; ///< rows that are shown before "Show more"

    AttentionList(const QString &title, const QString &emptyText, QWidget *parent = nullptr);

    void setRows(const QList<RowContent> &rows);
    /// Beside the title, such as "34 runs".
    void setCount(const QString &text);
    /// Below the rows: what is not in them, and why. "" for nothing.
    void setNote(const QString &text);
    /// A button below the note for what is not in the rows; an invalid location takes it away.
    void setMore(const QString &text, const Location &location);
    void setEmptyText(const QString &text);
    /// A button of the owner's at the foot.
    void addFootButton(QPushButton *button);
    /// How long after the last touch rows may take new places.
    void setHoldTime(int ms) { m_touched.setInterval(ms); }

    QList<AttentionRow *> rows() const; ///< those that are shown, from the top
    void focusFirst();
    bool isHeld() const;

Q_SIGNALS:
    void opened(const podium::Location &location);
    void rowFocused(QWidget *row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeFoot(QVBoxLayout *layout);
    QList<RowContent> arranged() const;
    void present(const QList<RowContent> &contents);
    AttentionRow *makeRow();
    void settle();
    void updateFoot();
    void setTabStop(AttentionRow *stop);

    QWidget *m_anchor; ///< never shown: where the rows stand among the tab stops
    QLabel *m_title;
    QLabel *m_count;
    QLabel *m_empty;
    QLabel *m_note;
    QPushButton *m_expand;
    QPushButton *m_more;
    QVBoxLayout *m_column;
    QHBoxLayout *m_foot;
    Location m_moreLocation;
    QList<RowContent> m_wanted; ///< as it was set
    QStringList m_order;        ///< keys of all rows, from the top
    QHash<QString, AttentionRow *> m_rows;
    QTimer m_touched;
    bool m_expanded = false;
};

} // namespace podium
