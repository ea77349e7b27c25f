// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/codeview.h"

#include <QTextCursor>
#include <QTimer>

#include <functional>

namespace podium {

/// The text of an input, to be edited. A long one comes in pieces, a turn of the event loop for each: it is read-only
/// meanwhile, and one undo takes all of it back.
class InputTextView : public CodeView
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostShown = 1 << 20; ///< characters of a text
    static constexpr qsizetype kMostLine = 20'000;   ///< of one line: the editor takes seconds for longer ones

    explicit InputTextView(QWidget *parent = nullptr);

    static bool isShowable(const QString &text);
    /// In the place of all there is.
    void replaceText(const QString &text);
    bool isFilling() const { return m_filling.isActive(); }
    void setEditable(bool editable);

Q_SIGNALS:
    void filled();                         ///< the last piece of a long text is there
    void largePasted(const QString &text); ///< it is not inserted

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    void insertLong(const QString &text);
    void insertPiece();

    QTimer m_filling;
    QTextCursor m_cursor;
    QString m_text;
    qsizetype m_at = 0;
    bool m_isEditable = true;
};

} // namespace podium
