// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include "ui/widgets/icons.h"

#include "ui/widgets/themecolors.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>

namespace podium {

using namespace Qt::StringLiterals;

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        return mutedColor(palette);
    case Tone::Info:
        return dark ? QColor(0x8a, 0xb4, 0xff) : QColor(0x1d, 0x4e, 0xd8);
    case Tone::Success:
        return dark ? QColor(0x6e, 0xd4, 0x94) : QColor(0x15, 0x6c, 0x3a);
    case Tone::Warning:
        return dark ? QColor(0xf2, 0xbd, 0x5c) : QColor(0x8a, 0x51, 0x00);
    case Tone::Danger:
        break;
    }
    return dark ? QColor(0xff, 0x92, 0x8a) : QColor(0xb4, 0x23, 0x18);
}

QColor toneFill(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        return dark ? QColor(0x2c, 0x30, 0x38) : QColor(0xee, 0xf0, 0xf3);
    case Tone::Info:
        return dark ? QColor(0x1f, 0x2d, 0x4a) : QColor(0xe6, 0xee, 0xff);
    case Tone::Success:
        return dark ? QColor(0x1a, 0x35, 0x26) : QColor(0xe2, 0xf5, 0xe9);
    case Tone::Warning:
        return dark ? QColor(0x3b, 0x2e, 0x14) : QColor(0xfd, 0xf0, 0xd5);
    case Tone::Danger:
        break;
    }
    return dark ? QColor(0x42, 0x20, 0x20) : QColor(0xfd, 0xe8, 0xe6);
}

Tone toneOf(InstanceState state)
{
    switch (state) {
    case InstanceState::Active:
        return Tone::Info;
    case InstanceState::Completed:
        return Tone::Success;
    case InstanceState::Suspended:
        return Tone::Warning;
    case InstanceState::Error:
        return Tone::Danger;
    case InstanceState::Pending:
    case InstanceState::Aborted:
    case InstanceState::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(InstanceState state)
{
    switch (state) {
    case InstanceState::Active:
        return u"run"_s;
    case InstanceState::Completed:
        return u"check"_s;
    case InstanceState::Suspended:
        return u"pause"_s;
    case InstanceState::Error:
        return u"error"_s;
    case InstanceState::Pending:
        return u"clock"_s;
    case InstanceState::Aborted:
        return u"abort"_s;
    case InstanceState::Unknown:
        break;
    }
    return u"info"_s;
}

bool isDark(const QPalette &palette)
{
    // By the text: style sheets make grounds transparent, which reads as black.
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() > 128;
}

QColor mutedColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xa3, 0xaa, 0xb6) : QColor(0x5a, 0x62, 0x70);
}

QColor lineColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x2e, 0x32, 0x3a) : QColor(0xe2, 0xe5, 0xea);
}

namespace {

/// Without a desktop's font setting Qt falls back to whatever fontconfig calls "Sans Serif": choose a better one there.
void chooseFont(QApplication &application)
{
    const QFont font = application.font();
    const QString family = QFontInfo(font).family();
    if (!family.startsWith("DejaVu"_L1) && !font.family().startsWith("Sans"_L1))
        return;
    const QStringList installed = QFontDatabase::families();
    for (const QString &better : {u"Inter"_s, u"Cantarell"_s, u"Noto Sans"_s, u"Open Sans"_s}) {
        if (installed.contains(better)) {
            QFont chosen(better);
            chosen.setPointSizeF(10);
            application.setFont(chosen);
            return;
        }
    }
}

} // namespace

void applyTheme(QApplication &application, Scheme scheme)
{
    const bool first = application.style()->objectName().compare("fusion"_L1, Qt::CaseInsensitive) != 0;
    const bool dark = scheme == Scheme::Dark || (scheme == Scheme::System && isDark(application.palette()));
    if (first) {
        application.setStyle(QStyleFactory::create(u"Fusion"_s));
        chooseFont(application);
    }
    application.setPalette(themePalette(dark));
}

QFont titleFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont monoFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

void setButtonTone(QPushButton *button, Tone tone)
{
    static const QHash<Tone, QString> names{{Tone::Info, u"primary"_s}, {Tone::Danger, u"danger"_s}};
    button->setProperty("tone", names.value(tone));
    if (const QString icon = button->icon().name(); !icon.isEmpty())
        button->setIcon(names.contains(tone) ? iconOnFill(icon) : themedIcon(icon));
    button->style()->unpolish(button);
    button->style()->polish(button);
}

void setMuted(QWidget *label, bool muted)
{
    label->setProperty("muted", muted);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace podium
