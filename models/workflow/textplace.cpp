// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/texttree.h"

namespace podium {

using namespace Qt::StringLiterals;

bool TextPlace::isNull() const
{
    if (!exists())
        return true;
    if (!isScalar() || node().quoted)
        return false;
    const QString &text = node().text;
    return text.isEmpty() || text == "~"_L1 || text.compare("null"_L1, Qt::CaseInsensitive) == 0;
}

TextPlace TextPlace::operator[](QLatin1StringView key) const
{
    if (!isMapping())
        return {};
    const QList<int> &children = node().children;
    for (qsizetype i = children.size() - children.size() % 2 - 2; i >= 0; i -= 2) {
        const TextTree::Node &name = m_tree->node(children.at(i));
        if (name.kind == TextTree::Kind::Scalar && name.text == key)
            return {m_tree, children.at(i + 1)};
    }
    return {};
}

QList<TextPlace> TextPlace::items() const
{
    QList<TextPlace> places;
    if (!isSequence())
        return places;
    places.reserve(node().children.size());
    for (const int child : node().children)
        places.append(TextPlace(m_tree, child));
    return places;
}

QList<std::pair<TextPlace, TextPlace>> TextPlace::members() const
{
    QList<std::pair<TextPlace, TextPlace>> places;
    if (!isMapping())
        return places;
    const QList<int> &children = node().children;
    for (qsizetype i = 0; i + 1 < children.size(); i += 2)
        places.append({TextPlace(m_tree, children.at(i)), TextPlace(m_tree, children.at(i + 1))});
    return places;
}

QString TextPlace::string() const
{
    return isScalar() && !isNull() ? node().text : QString();
}

bool TextPlace::boolean(bool fallback) const
{
    const QString text = string().trimmed().toLower();
    if (text == "true"_L1)
        return true;
    return text == "false"_L1 ? false : fallback;
}

QString TextPlace::source() const
{
    if (!exists())
        return {};
    if (isScalar())
        return node().text;
    const SourceSpan &place = node().span;
    return QString::fromUtf8(m_tree->text().mid(place.begin, place.end - place.begin));
}

} // namespace podium
