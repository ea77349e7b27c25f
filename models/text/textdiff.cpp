// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/textdiff.h"

#include "models/text/linediff.h"

#include <QHash>

#include <numeric>
#include <optional>

namespace podium {

namespace {

constexpr int kLinesBetweenLooks = 16'384; ///< at whether it was cancelled

/// A number for each different line.
class LineNumbers
{
public:
    explicit LineNumbers(const std::function<bool()> &cancelled)
        : m_cancelled(cancelled)
    {
    }

    std::optional<std::vector<int>> of(const TextLines &lines)
    {
        std::vector<int> numbers;
        numbers.reserve(static_cast<size_t>(lines.count()));
        for (int i = 0; i < lines.count(); ++i) {
            if (i % kLinesBetweenLooks == 0 && m_cancelled && m_cancelled())
                return {};
            const auto next = static_cast<int>(m_known.size());
            const QByteArrayView line = lines.line(i);
            auto it = m_known.constFind(line);
            if (it == m_known.constEnd())
                it = m_known.insert(line, next);
            numbers.push_back(*it);
        }
        return numbers;
    }
    int count() const { return static_cast<int>(m_known.size()); }

private:
    const std::function<bool()> &m_cancelled;
    QHash<QByteArrayView, int> m_known;
};

// Both sides at once: what is kept is kept in pairs.
void collectChanges(const KeptLines &kept, TextDifference &result)
{
    const auto oldCount = static_cast<int>(kept.old.size());
    const auto newCount = static_cast<int>(kept.current.size());
    TextChange change;
    while (change.oldLine < oldCount || change.newLine < newCount) {
        int old = change.oldLine;
        int current = change.newLine;
        while (old < oldCount && !kept.old[static_cast<size_t>(old)])
            ++old;
        while (current < newCount && !kept.current[static_cast<size_t>(current)])
            ++current;
        change.oldCount = old - change.oldLine;
        change.newCount = current - change.newLine;
        if (change.oldCount > 0 || change.newCount > 0) {
            result.changes.push_back(change);
        } else if (result.before.lineEnd(old++) != result.after.lineEnd(current++)) {
            result.lineEnds = true;
        }
        change = {old, 0, current, 0};
    }
}

} // namespace

int TextDifference::removedLines() const
{
    return std::accumulate(changes.begin(), changes.end(), 0,
                           [](int sum, const TextChange &change) { return sum + change.oldCount; });
}

int TextDifference::addedLines() const
{
    return std::accumulate(changes.begin(), changes.end(), 0,
                           [](int sum, const TextChange &change) { return sum + change.newCount; });
}

TextDifference compareTexts(const QByteArray &before, const QByteArray &after, const std::function<bool()> &cancelled)
{
    TextDifference result;
    result.before = TextLines(before);
    result.after = TextLines(after);
    LineNumbers numbers(cancelled);
    const auto old = numbers.of(result.before);
    const auto current = old ? numbers.of(result.after) : std::nullopt;
    if (old && current) {
        const KeptLines kept = keptLines(*old, *current, numbers.count(), cancelled);
        if (!kept.cancelled) {
            result.coarse = kept.coarse;
            collectChanges(kept, result);
            return result;
        }
    }
    result = {};
    result.cancelled = true;
    return result;
}

} // namespace podium
