// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/fuzzymatch.h"

#include <algorithm>

namespace podium {

namespace {

bool startsWord(const QString &text, qsizetype i)
{
    if (i == 0)
        return true;
    const QChar before = text.at(i - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(i).isUpper());
}

/// The positions of `query` from `from` on, each character preferring the beginning of a word.
QList<qsizetype> scattered(const QString &query, const QString &text, bool preferWords)
{
    QList<qsizetype> positions;
    qsizetype at = 0;
    for (const QChar c : query) {
        if (c.isSpace())
            continue;
        qsizetype found = text.indexOf(c, at, Qt::CaseInsensitive);
        const bool inRow = !positions.isEmpty() && found == positions.constLast() + 1;
        if (preferWords && found >= 0 && !inRow) {
            qsizetype word = found;
            while (word >= 0 && !startsWord(text, word))
                word = text.indexOf(c, word + 1, Qt::CaseInsensitive);
            if (word >= 0)
                found = word;
        }
        if (found < 0)
            return {};
        positions << found;
        at = found + 1;
    }
    return positions;
}

int scoreOf(const QList<qsizetype> &positions, const QString &text)
{
    int score = 0;
    for (qsizetype i = 0; i < positions.size(); ++i) {
        score += 1;
        if (startsWord(text, positions.at(i)))
            score += 6;
        if (i > 0 && positions.at(i) == positions.at(i - 1) + 1)
            score += 4;
    }
    return score;
}

} // namespace

FuzzyMatch fuzzyMatch(const QString &query, const QString &text)
{
    const QString wanted = query.trimmed();
    if (wanted.isEmpty())
        return {1, {}};
    const int brevity = int(qMax<qsizetype>(0, 60 - text.size()));
    if (const qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0) {
        QList<qsizetype> positions;
        for (qsizetype i = 0; i < wanted.size(); ++i)
            positions << at + i;
        const int place = wanted.size() == text.size() ? 4000 : at == 0 ? 3000 : startsWord(text, at) ? 2500 : 1500;
        return {place + brevity, positions};
    }
    FuzzyMatch best;
    for (const bool preferWords : {true, false}) {
        const QList<qsizetype> positions = scattered(wanted, text, preferWords);
        const bool initials = std::all_of(positions.cbegin(), positions.cend(),
                                          [&](qsizetype position) { return startsWord(text, position); });
        const int rank = initials ? 1800 : qMin(1400, 100 + 10 * scoreOf(positions, text));
        const int score = positions.isEmpty() ? 0 : rank + brevity;
        if (score > best.score)
            best = {score, positions};
    }
    return best;
}

} // namespace podium
