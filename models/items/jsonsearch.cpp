// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonsearch.h"

namespace podium {

using namespace Qt::StringLiterals;

const Json &jsonMember(const Json &container, qsizetype position, QString *name)
{
    if (container.is_object()) {
        const auto &members = container.get_ref<const Json::object_t &>();
        const auto member = members.begin() + position;
        *name = QString::fromStdString(member->first);
        return member->second;
    }
    return container.get_ref<const Json::array_t &>()[static_cast<std::size_t>(position)];
}

namespace {

QString scalarText(const Json &value)
{
    return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
}

class Search
{
public:
    Search(const QString &text, int limit, const std::function<bool()> &cancelled)
        : m_text(text)
        , m_limit(limit)
        , m_cancelled(cancelled)
    {
    }

    /// False when it shall stop.
    bool visit(const Json &value, const QString &pointer)
    {
        if ((++m_visited & 0x3ff) == 0 && m_cancelled && m_cancelled())
            return false;
        if (!value.is_structured())
            return true;
        const bool object = value.is_object();
        const auto count = static_cast<qsizetype>(value.size());
        for (qsizetype i = 0; i < count; ++i) {
            QString name;
            const Json &member = jsonMember(value, i, &name);
            const QString path = pointer + u'/' + (object ? pointerToken(name) : QString::number(i));
            const bool inName = object && name.contains(m_text, Qt::CaseInsensitive);
            if (inName || (!member.is_structured() && scalarText(member).contains(m_text, Qt::CaseInsensitive)))
                matches.append({path, inName});
            if (matches.size() >= m_limit || !visit(member, path))
                return false;
        }
        return true;
    }

    QList<JsonMatch> matches;

private:
    const QString &m_text;
    const int m_limit;
    const std::function<bool()> &m_cancelled;
    unsigned m_visited = 0;
};

} // namespace

QList<JsonMatch> searchJson(const Json &document, const QString &text, int limit,
                            const std::function<bool()> &cancelled)
{
    if (text.isEmpty() || limit <= 0)
        return {};
    if (!document.is_structured()) {
        const bool found = scalarText(document).contains(text, Qt::CaseInsensitive);
        return found ? QList<JsonMatch>{{QString(), false}} : QList<JsonMatch>{};
    }
    Search search(text, limit, cancelled);
    search.visit(document, {});
    return search.matches;
}

} // namespace podium
