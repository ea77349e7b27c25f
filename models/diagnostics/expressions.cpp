// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/expressions.h"

#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class ExpressionCollector
{
public:
    QList<Expression> collect(const TextPlace &flow)
    {
        for (const TextPlace &function : flow["functions"_L1].items()) {
            if (function["type"_L1].string() == "expression"_L1)
                add(function["operation"_L1]);
        }
        for (const TextPlace &state : flow["states"_L1].items())
            walk(state);
        return m_found;
    }

private:
    static bool isBracketed(const QString &text) { return text.startsWith("${"_L1) && text.endsWith(u'}'); }

    void add(const TextPlace &place, bool ofState = false)
    {
        const QString written = place.string().trimmed();
        if (!place.isScalar() || written.isEmpty() || m_seen.contains(place.index()))
            return;
        m_seen.insert(place.index());
        m_found.append({place.index(), isBracketed(written) ? written.mid(2).chopped(1).trimmed() : written, ofState});
    }

    /// Texts in data are expressions only in ${ }.
    void addBracketed(const TextPlace &place)
    {
        if (isBracketed(place.string().trimmed()))
            add(place, true);
        for (const auto &[key, value] : place.members())
            addBracketed(value);
        for (const TextPlace &item : place.items())
            addBracketed(item);
    }

    void walk(const TextPlace &place)
    {
        if (m_walked.contains(place.index()))
            return;
        m_walked.insert(place.index());
        for (const auto &[name, value] : place.members()) {
            const QString key = name.string();
            if (key == "condition"_L1 || key == "inputCollection"_L1 || key == "outputCollection"_L1) {
                add(value, key != "outputCollection"_L1);
            } else if (key == "stateDataFilter"_L1 || key == "actionDataFilter"_L1 || key == "eventDataFilter"_L1) {
                for (const auto word :
                     {"input"_L1, "output"_L1, "fromStateData"_L1, "results"_L1, "toStateData"_L1, "data"_L1})
                    add(value[word]);
            } else if (key == "arguments"_L1 || key == "data"_L1 || key == "contextAttributes"_L1) {
                addBracketed(value);
            } else if (key != "metadata"_L1) {
                walk(value);
            }
        }
        for (const TextPlace &item : place.items())
            walk(item);
    }

    QList<Expression> m_found;
    QSet<int> m_seen;
    QSet<int> m_walked;
};

} // namespace

namespace {

/// Puts the values of objects into brackets; the patterns behind `as` are left as they are.
class ObjectBracketer
{
public:
    explicit ObjectBracketer(const QString &text)
        : m_text(text)
    {
    }

    QString run()
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u'"')
                at = copyString(at);
            else if (c == u'#')
                at = copyTo(at, std::max(m_text.indexOf(u'\n', at), at));
            else
                take(c);
        }
        return m_out;
    }

private:
    struct Bracket
    {
        QChar kind;
        bool object = false; ///< one that makes an object
        bool value = false;  ///< behind a colon
    };

    void take(QChar c)
    {
        const bool inObject = !m_open.isEmpty() && m_open.last().object;
        if (inObject && m_open.last().value && (c == u',' || c == u'}')) {
            m_out += u')';
            m_open.last().value = false;
        }
        if (c == u'}' || c == u')' || c == u']') {
            if (!m_open.isEmpty())
                m_open.removeLast();
        } else if (c == u'{' || c == u'(' || c == u'[') {
            const bool pattern =
                m_out.trimmed().endsWith(" as"_L1) || (!m_open.isEmpty() && m_open.last().kind == u'p');
            m_open.append({pattern ? QChar(u'p') : c, c == u'{' && !pattern, false});
        }
        m_out += c;
        if (inObject && c == u':' && !m_open.last().value) {
            m_out += u'(';
            m_open.last().value = true;
        }
    }

    qsizetype copyTo(qsizetype from, qsizetype last)
    {
        m_out += QStringView(m_text).sliced(from, last - from + 1);
        return last;
    }

    /// To its closing quote. What is interpolated into it, \\(…), is copied as it is, strings within included.
    qsizetype copyString(qsizetype begin)
    {
        int depth = 0;
        bool quoted = true;
        qsizetype at = begin + 1;
        for (; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (quoted && c == u'\\') {
                ++at;
                if (at < m_text.size() && m_text.at(at) == u'(') {
                    ++depth;
                    quoted = false;
                }
            } else if (c == u'"') {
                if (quoted && depth == 0)
                    break;
                quoted = !quoted;
            } else if (!quoted && c == u'(') {
                ++depth;
            } else if (!quoted && c == u')') {
                --depth;
                quoted = depth == 0;
            }
        }
        return copyTo(begin, std::min(at, m_text.size() - 1));
    }

    const QString m_text;
    QString m_out;
    QList<Bracket> m_open;
};

} // namespace

QString forLibjq(const QString &expression)
{
    return expression.contains(u'{') ? ObjectBracketer(expression).run() : expression;
}

QList<Expression> expressionsOf(const TextPlace &flow)
{
    return ExpressionCollector().collect(flow);
}

} // namespace podium
