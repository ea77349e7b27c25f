// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTextCursor;
class QToolButton;

namespace podium {

/// Search within a text editor, laid over its upper right corner, and replacement where the text can be edited. Enter
/// next, Shift+Enter previous, Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QPlainTextEdit *editor);

    void open(bool replace = false); ///< with the selected word as the text
    bool findNext(bool backward = false);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFindRow();
    QWidget *makeReplaceRow();
    QToolButton *addToggle(QWidget *row, const QString &text, const QString &name);
    void close();
    void findFromStart();
    void replaceOne();
    void replaceAll();
    /// Nothing where the field is empty or no expression.
    std::optional<QRegularExpression> pattern() const;
    QString replacementOf(const QString &found, const QRegularExpression &expression) const;
    void tell(const QString &outcome);
    void place();

    QPlainTextEdit *m_editor;
    QLineEdit *m_field;
    QLineEdit *m_replacement;
    QToolButton *m_case = nullptr;
    QToolButton *m_expression = nullptr;
    QLabel *m_outcome;
    QWidget *m_replaceRow = nullptr;
};

} // namespace podium
