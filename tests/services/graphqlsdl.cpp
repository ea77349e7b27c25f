// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/graphqlsdl.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

void GraphqlSdl::read(const QString &text)
{
    static const QRegularExpression block(u"\\b(?:type|input)\\s+(\\w+)\\s*\\{([^}]*)\\}"_s);
    static const QRegularExpression arguments(u"\\([^)]*\\)"_s);
    static const QRegularExpression field(u"(\\w+)\\s*:\\s*\\[?(\\w+)"_s);
    for (auto blocks = block.globalMatch(text); blocks.hasNext();) {
        const auto found = blocks.next();
        QString body = found.captured(2);
        body.remove(arguments);
        for (auto fields = field.globalMatch(body); fields.hasNext();) {
            const auto one = fields.next();
            m_types[found.captured(1)].insert(one.captured(1), one.captured(2));
        }
    }
}

QStringList GraphqlSdl::unknownIn(const QString &document) const
{
    static const QRegularExpression arguments(u"\\([^)]*\\)"_s);
    static const QRegularExpression alias(u"\\w+\\s*:"_s);
    static const QRegularExpression token(u"\\w+|[{}]"_s);
    QString bare = document;
    bare.remove(arguments);
    bare.remove(alias);
    QStringList tokens;
    for (auto it = token.globalMatch(bare); it.hasNext();)
        tokens << it.next().captured();
    const QString root = tokens.value(0) == "mutation"_L1 ? u"Mutation"_s : u"Query"_s;
    qsizetype at = 2; // after "query {"
    return unknownIn(tokens, at, root);
}

QStringList GraphqlSdl::unknownIn(const QStringList &tokens, qsizetype &at, const QString &type) const
{
    QStringList unknown;
    while (at < tokens.size()) {
        const QString name = tokens.at(at++);
        if (name == "}"_L1)
            return unknown;
        const QString fieldType = typeOf(type, name);
        if (fieldType.isEmpty())
            unknown << type + u'.' + name;
        if (tokens.value(at) == "{"_L1) {
            ++at;
            unknown += unknownIn(tokens, at, fieldType);
        } else if (has(fieldType)) {
            unknown << type + u'.' + name + u" without a selection"_s;
        }
    }
    return unknown;
}

} // namespace podium
