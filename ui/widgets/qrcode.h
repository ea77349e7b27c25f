// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace podium {

/// A QR code, dark on white in both themes so that cameras read it.
class QrCode : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent = nullptr);

    void setText(const QString &text); ///< "" or too long a text shows nothing
    bool isEmpty() const { return m_modules.isNull(); }
    QSize sizeHint() const override { return {168, 168}; }
    QImage modules() const { return m_modules; } ///< one pixel per module, without the quiet zone

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};

} // namespace podium
