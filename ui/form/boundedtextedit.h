// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace podium {

/// A field for a text of several lines that takes no more than it can lay out at once: what is too long belongs into
/// the text beside the form.
class BoundedTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 64 << 10; ///< characters

    explicit BoundedTextEdit(int lines, QWidget *parent);

    /// Translated: what was pasted and not taken; "" once something is edited.
    QString problem() const { return m_problem; }
    /// A text that is too long is told in its place, and cannot be edited here.
    void showText(const QString &text, bool readOnly);

Q_SIGNALS:
    void refused(); ///< a text that is too long

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    QString m_problem;
};

} // namespace podium
