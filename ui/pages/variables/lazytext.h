// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/codeview.h"

class QLabel;

namespace podium {

/// A text of any size, read-only: laid out piece by piece as the user scrolls, because laying out 50 MB at once would
/// hold up the window. Lines that are too long to be drawn are broken.
class LazyText : public QWidget
{
    Q_OBJECT
public:
    explicit LazyText(const QString &accessibleName, QWidget *parent = nullptr);

    /// UTF-8. Keeps the scroll position as far as the text reaches.
    void setText(const QByteArray &text, CodeView::Language language);
    const QByteArray &text() const { return m_text; } ///< the whole of it
    bool isComplete() const { return m_at >= m_text.size(); }
    CodeView *view() const { return m_view; }

private:
    QString nextPiece();
    void append();
    void appendWhereNeeded();
    void tell();

    CodeView *m_view;
    QLabel *m_foot;
    QByteArray m_text;
    qsizetype m_at = 0; ///< up to here it is laid out
    bool m_appending = false;
};

} // namespace podium
