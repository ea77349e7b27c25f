// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace podium {

/// An identifier in fixed pitch, elided in the middle, with a button that copies it whole.
class IdLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IdLabel(QWidget *parent = nullptr);

    void setId(const QString &id);
    QString id() const { return m_id; }
    void copy();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_id;
    QToolButton *m_copy;
};

} // namespace podium
