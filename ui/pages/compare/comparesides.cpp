// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparesides.h"

#include "models/items/itemtexts.h"

#include <QFileInfo>
#include <QUrl>
#include <QVersionNumber>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const auto kBetween = ".."_L1;
const auto kFile = "file:"_L1;

// Versions and paths may hold any character, also those that part the sides from each other and from the id.
QString encoded(const CompareSide &side)
{
    const QString text = side.file.isEmpty() ? side.version : side.file;
    QString out = QString::fromLatin1(QUrl::toPercentEncoding(text, "/"));
    out.replace(kBetween, "%2E%2E"_L1);
    if (out.startsWith(u'.'))
        out.replace(0, 1, "%2E"_L1);
    if (out.endsWith(u'.'))
        out.replace(out.size() - 1, 1, "%2E"_L1);
    return side.file.isEmpty() ? out : kFile + out;
}

CompareSide decoded(const QString &text)
{
    const bool file = text.startsWith(kFile);
    const QString plain = QUrl::fromPercentEncoding((file ? text.mid(kFile.size()) : text).toUtf8());
    return file ? CompareSide{{}, plain} : CompareSide{plain, {}};
}

} // namespace

QString CompareSide::name() const
{
    return singleLine(file.isEmpty() ? version : QFileInfo(file).fileName(), 80);
}

Location CompareSides::location(const QString &workflowId) const
{
    const bool open = older.isEmpty() && newer.isEmpty();
    return {u"compare"_s, workflowId, open ? QString() : encoded(older) + kBetween + encoded(newer)};
}

CompareSides CompareSides::of(const Location &location)
{
    const qsizetype between = location.version.indexOf(kBetween);
    if (between < 0)
        return {{}, decoded(location.version)};
    return {decoded(location.version.left(between)), decoded(location.version.mid(between + kBetween.size()))};
}

void CompareSides::complete(const QStringList &newestFirst)
{
    if (newer.isEmpty())
        newer.version = newestFirst.value(0);
    if (!older.isEmpty() || !newer.file.isEmpty()) {
        if (older.isEmpty())
            older.version = newestFirst.value(0);
        return;
    }
    const auto place = newestFirst.indexOf(newer.version);
    if (place + 1 < newestFirst.size())
        older.version = newestFirst.at(place + 1);
    else if (place > 0)
        *this = {newer, {newestFirst.at(place - 1), {}}};
}

bool isOlderVersion(const QString &a, const QString &b)
{
    const int order = QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b));
    return order != 0 ? order < 0 : a < b;
}

CompareSides inOrder(const CompareSide &a, const CompareSide &b)
{
    const bool swap = !a.file.isEmpty() || (b.file.isEmpty() && isOlderVersion(b.version, a.version));
    return swap ? CompareSides{b, a} : CompareSides{a, b};
}

} // namespace podium
