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

QList<Expression> expressionsOf(const TextPlace &flow)
{
    return ExpressionCollector().collect(flow);
}

} // namespace podium
