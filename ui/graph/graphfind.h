// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace podium {

class SearchField;

/// Find field over the upper right corner of the graph. Enter and F3 next, Shift with them previous, Esc closes.
class GraphFindBar : public QWidget
{
    Q_OBJECT
public:
    explicit GraphFindBar(QWidget *canvas);

    void open();
    void close();
    QString text() const;
    /// "3 of 12"; a current one of -1 says only how many there are.
    void setOutcome(qsizetype current, qsizetype count);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void stepRequested(bool backward);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    SearchField *m_field;
    QString m_searched;
    QLabel *m_outcome;
};

} // namespace podium
