// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/qrcode.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>

namespace podium {

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code"));
}

void QrCode::setText(const QString &text)
{
    m_modules = {};
    setAccessibleDescription(text);
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        utf8.isEmpty() ? nullptr : QRcode_encodeString8bit(utf8.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        m_modules = QImage(code->width, code->width, QImage::Format_Grayscale8);
        for (int y = 0; y < code->width; ++y) {
            for (int x = 0; x < code->width; ++x) {
                const bool isDarkModule = code->data[y * code->width + x] & 1;
                m_modules.scanLine(y)[x] = isDarkModule ? 0 : 255;
            }
        }
    }
    update();
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    // Four modules of white around the code: the quiet zone readers need (ISO/IEC 18004).
    const int count = m_modules.width() + 8;
    const int module = qMax(1, qMin(width(), height()) / count);
    const int side = module * count;
    const QPoint corner((width() - side) / 2, (height() - side) / 2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRect(corner, QSize(side, side)), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect target(corner + QPoint(4 * module, 4 * module), QSize(module, module) * m_modules.width());
    painter.drawImage(target, m_modules);
}

} // namespace podium
