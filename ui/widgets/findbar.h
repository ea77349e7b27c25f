// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace podium {

/// Search within a text editor, laid over its upper right corner. Enter next, Shift+Enter previous, Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QPlainTextEdit *editor);

    void open(); ///< with the selected word as the text
    bool findNext(bool backward = false);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void close();
    void findFromStart();
    void tell(bool found);

    QPlainTextEdit *m_editor;
    QLineEdit *m_field;
    QLabel *m_outcome;
};

} // namespace podium
