// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QToolButton>

#include <optional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QByteArray drawing(const QString &name)
{
    QFile file(u":/icons/"_s % name % u".svg");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Renders on demand, so that the colours are those of the moment.
class ThemedIconEngine : public QIconEngine
{
public:
    /// The role counts where there is no tone.
    ThemedIconEngine(QString name, std::optional<Tone> tone, QPalette::ColorRole role = QPalette::ButtonText)
        : m_name(std::move(name))
        , m_tone(tone)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), colorFor(mode), 1.0);
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_tone, m_role); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        // Selections are soft fills, so a selected icon keeps its colour.
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_tone ? toneColor(*m_tone, palette) : palette.color(m_role);
    }

    QString m_name;
    std::optional<Tone> m_tone;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QIcon(new ThemedIconEngine(name, std::nullopt));
}

QIcon themedIcon(const QString &name, Tone tone)
{
    return QIcon(new ThemedIconEngine(name, tone));
}

QIcon iconOnFill(const QString &name)
{
    return QIcon(new ThemedIconEngine(name, std::nullopt, QPalette::HighlightedText));
}

void paintIconVector(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    QByteArray svg = drawing(name);
    if (svg.isEmpty())
        return;
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer(svg).render(painter, rect);
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = u"podium/%1/%2/%3/%4"_s.arg(name).arg(pixels).arg(color.rgba()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = drawing(name);
    if (!svg.isEmpty()) {
        // Qt's SVG renderer knows no currentColor from outside: put the colour in. Translucency is applied by the
        // painter.
        QColor opaque = color;
        opaque.setAlpha(255);
        svg.replace("currentColor", opaque.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color)
{
    const int size = qMin(rect.width(), rect.height());
    const QPixmap pixmap = iconPixmap(name, size, color, painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pixmap);
}

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QIcon applicationIcon()
{
    return QIcon(u":/icons/podium.svg"_s);
}

} // namespace podium
