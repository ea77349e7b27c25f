// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/themecolors.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QMap>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Colors
{
    const char *name;
    QRgb light;
    QRgb dark;
};

// Text on every ground it stands on has a contrast of 4.5 and more (WCAG AA); edges of fields 3 and more where they are
// the only sign of the field.
constexpr Colors kColors[] = {
    {"window", 0xfff5f6f8, 0xff191b20},      {"base", 0xffffffff, 0xff1f2228},
    {"raised", 0xffffffff, 0xff262a31},      {"text", 0xff1b1f27, 0xffe6e8ec},
    {"muted", 0xff5a6270, 0xffa3aab6},       {"disabled", 0xff9aa1ad, 0xff676e7a},
    {"line", 0xffe2e5ea, 0xff2e323a},        {"edge", 0xffcbd0d8, 0xff434954},
    {"button", 0xffffffff, 0xff2a2e36},      {"buttonhover", 0xfff2f4f7, 0xff323741},
    {"hover", 0xffebedf1, 0xff2a2e36},       {"pressed", 0xffe1e4ea, 0xff373c46},
    {"selection", 0xffe4eaff, 0xff2b3558},   {"selectionidle", 0xffebedf2, 0xff2c3039},
    {"accent", 0xff3b5bdb, 0xff8aa4ff},      {"accentfill", 0xff3b5bdb, 0xff4263eb},
    {"accenthover", 0xff3451c4, 0xff4f6ff0}, {"accentpressed", 0xff2d46ab, 0xff3856d4},
    {"onaccent", 0xffffffff, 0xffffffff},    {"focusonfill", 0xff1b1f27, 0xffffffff},
    {"danger", 0xffb42318, 0xffff928a},      {"dangerfill", 0xffc92a2a, 0xffc92a2a},
    {"dangerhover", 0xffb02525, 0xffd63a3a}, {"scroll", 0xffc9ced6, 0xff434954},
    {"scrollhover", 0xffa3aab6, 0xff5b6270}, {"tip", 0xff1b1f27, 0xffe6e8ec},
    {"tiptext", 0xffffffff, 0xff191b20},
};

QColor named(const char *name, bool dark)
{
    for (const Colors &color : kColors) {
        if (qstrcmp(color.name, name) == 0)
            return QColor(dark ? color.dark : color.light);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QPalette themePalette(bool dark)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const char *name) { palette.setColor(role, named(name, dark)); };
    set(QPalette::Window, "window");
    set(QPalette::WindowText, "text");
    set(QPalette::Base, "base");
    set(QPalette::AlternateBase, "window");
    set(QPalette::Text, "text");
    set(QPalette::PlaceholderText, "muted");
    set(QPalette::Button, "button");
    set(QPalette::ButtonText, "text");
    set(QPalette::BrightText, "onaccent");
    set(QPalette::Highlight, "accentfill");
    set(QPalette::HighlightedText, "onaccent");
    set(QPalette::Link, "accent");
    set(QPalette::LinkVisited, "accent");
    set(QPalette::ToolTipBase, "tip");
    set(QPalette::ToolTipText, "tiptext");
    // Fusion draws frames, check boxes and shades from these.
    set(QPalette::Light, "raised");
    set(QPalette::Midlight, "line");
    set(QPalette::Mid, "edge");
    set(QPalette::Dark, "scrollhover");
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, named("disabled", dark));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, named("pressed", dark));
    return palette;
}

QString themeStyleSheet(bool dark)
{
    QFile file(u":/styles/podium.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: @accent is the beginning of @accentfill.
    QMap<qsizetype, QStringList> byLength;
    for (const Colors &color : kColors)
        byLength[-qstrlen(color.name)] << QString::fromLatin1(color.name);
    for (const QStringList &names : std::as_const(byLength)) {
        for (const QString &name : names)
            sheet.replace(u'@' + name, named(name.toLatin1().constData(), dark).name());
    }
    return sheet;
}

} // namespace podium
