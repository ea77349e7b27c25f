// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/textdiffmodel.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 2000;

} // namespace

void TextDiffModel::setDifference(SharedTextDifference difference)
{
    if (difference == m_difference)
        return;
    beginResetModel();
    m_difference = std::move(difference);
    rebuild();
    endResetModel();
}

void TextDiffModel::setChangesOnly(bool on)
{
    if (on == m_changesOnly)
        return;
    beginResetModel();
    m_changesOnly = on;
    rebuild();
    endResetModel();
}

bool TextDiffModel::add(const TextDiffRow &row)
{
    if (m_rows.size() > kMostRows)
        return false;
    const bool full = m_rows.size() == kMostRows;
    m_rows.push_back(full ? TextDiffRow{TextDiffRow::Kind::Cut, row.oldLine, row.newLine, -1, 0} : row);
    const auto take = [this](const TextLines &lines, int line) {
        if (line < 0)
            return;
        const QByteArrayView text = lines.line(line).first(std::min<qsizetype>(lines.line(line).size(), kLongest));
        m_longest = std::max(m_longest, static_cast<int>(text.size() + 3 * text.count('\t')));
    };
    if (!full && row.kind != TextDiffRow::Kind::Gap) {
        take(m_difference->before, row.oldLine);
        take(m_difference->after, row.newLine);
    }
    return !full;
}

void TextDiffModel::addSame(int oldLine, int newLine, int count, bool first, bool last)
{
    const int above = first ? 0 : kContext;
    const int below = last ? 0 : kContext;
    const bool fold = m_changesOnly && count > above + below + 1; // a gap of one line would save nothing
    for (int i = 0; i < count; ++i) {
        const int hidden = count - above - below;
        if (fold && i == above) {
            if (!add({TextDiffRow::Kind::Gap, oldLine + i, newLine + i, -1, hidden}))
                return;
            i += hidden - 1;
        } else if (!add({TextDiffRow::Kind::Same, oldLine + i, newLine + i, -1, 0})) {
            return;
        }
    }
}

void TextDiffModel::addChange(const TextChange &change)
{
    m_changeRows.push_back(static_cast<int>(m_rows.size()));
    // As many lines as before: each one in the place of one.
    const bool paired = change.oldCount == change.newCount;
    for (int i = 0; i < change.oldCount; ++i) {
        if (!add({TextDiffRow::Kind::Removed, change.oldLine + i, -1, paired ? change.newLine + i : -1, 0}))
            return;
    }
    for (int i = 0; i < change.newCount; ++i) {
        if (!add({TextDiffRow::Kind::Added, -1, change.newLine + i, paired ? change.oldLine + i : -1, 0}))
            return;
    }
}

void TextDiffModel::rebuild()
{
    m_rows.clear();
    m_changeRows.clear();
    m_longest = 0;
    if (!m_difference)
        return;
    int old = 0;
    int current = 0;
    for (const TextChange &change : m_difference->changes) {
        addSame(old, current, change.oldLine - old, old == 0 && current == 0, false);
        if (m_rows.size() > kMostRows)
            break;
        addChange(change);
        old = change.oldLine + change.oldCount;
        current = change.newLine + change.newCount;
    }
    if (m_rows.size() <= kMostRows)
        addSame(old, current, m_difference->before.count() - old, m_difference->changes.empty(), true);
}

int TextDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString TextDiffModel::text(int row) const
{
    const TextDiffRow &at = rowAt(row);
    switch (at.kind) {
    case TextDiffRow::Kind::Gap:
        return tr("%n unchanged line(s)", nullptr, at.hidden);
    case TextDiffRow::Kind::Cut:
        return tr("The rest is not shown: there are too many lines.");
    case TextDiffRow::Kind::Removed:
        return shownLine(m_difference->before.line(at.oldLine));
    case TextDiffRow::Kind::Same:
    case TextDiffRow::Kind::Added:
        break;
    }
    return shownLine(m_difference->after.line(at.newLine));
}

std::pair<int, int> TextDiffModel::emphasis(int row) const
{
    const TextDiffRow &at = rowAt(row);
    if (at.other < 0)
        return {0, 0};
    const bool removed = at.kind == TextDiffRow::Kind::Removed;
    const QString before = shownLine(m_difference->before.line(removed ? at.oldLine : at.other));
    const QString after = shownLine(m_difference->after.line(removed ? at.other : at.newLine));
    const ChangedPart part = changedPart(before, after);
    if (part.isWhole(before.size(), after.size()))
        return {0, 0};
    return {static_cast<int>(part.begin), static_cast<int>(removed ? part.oldEnd : part.newEnd)};
}

int TextDiffModel::rowOf(int line, bool old) const
{
    // The lines of one side rise from row to row; rows of the other side only are passed over.
    const auto lineOf = [old](const TextDiffRow &row) { return old ? row.oldLine : row.newLine; };
    int found = -1;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const int at = lineOf(m_rows[i]);
        if (at > line)
            break;
        if (at >= 0)
            found = static_cast<int>(i);
    }
    return found;
}

int TextDiffModel::changeAt(int row) const
{
    const auto kind = row >= 0 && row < rowCount() ? rowAt(row).kind : TextDiffRow::Kind::Same;
    if (kind != TextDiffRow::Kind::Removed && kind != TextDiffRow::Kind::Added)
        return -1;
    const auto after = std::upper_bound(m_changeRows.begin(), m_changeRows.end(), row);
    return static_cast<int>(after - m_changeRows.begin()) - 1;
}

QString TextDiffModel::spoken(int row) const
{
    const TextDiffRow &at = rowAt(row);
    if (at.kind == TextDiffRow::Kind::Removed)
        return tr("Removed, line %1: %2").arg(at.oldLine + 1).arg(text(row));
    if (at.kind == TextDiffRow::Kind::Added)
        return tr("Added, line %1: %2").arg(at.newLine + 1).arg(text(row));
    if (at.kind == TextDiffRow::Kind::Same)
        return tr("Line %1: %2").arg(at.newLine + 1).arg(text(row));
    return text(row);
}

QVariant TextDiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextDiffRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case RowKindRole:
        return static_cast<int>(row.kind);
    case OldLineRole:
        return row.oldLine + 1;
    case NewLineRole:
        return row.newLine + 1;
    default:
        return {};
    }
}

} // namespace podium
