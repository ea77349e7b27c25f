// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace podium {

/// Says over the whole graph that it does not show the present: a frame, and a badge that names what is shown.
class GraphStamp : public QWidget
{
    Q_OBJECT
public:
    explicit GraphStamp(QWidget *canvas);

    void setText(const QString &text); ///< "" hides it
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_text;
};

} // namespace podium
