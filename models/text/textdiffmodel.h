// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/text/textdiff.h"

#include <QAbstractListModel>

namespace podium {

/// A row of two texts shown as one.
struct TextDiffRow
{
    enum class Kind : char {
        Same,
        Removed,
        Added,
        Gap, ///< stands for lines that are the same and not shown
        Cut, ///< stands for everything after it: there are too many rows
    };
    Kind kind = Kind::Same;
    int oldLine = -1; ///< from 0; -1 where it has none. Of a gap: the first hidden ones.
    int newLine = -1;
    int other = -1; ///< of a changed line: the line of the other side that it takes the place of
    int hidden = 0; ///< of a gap: how many lines
};

/// Two texts as one list: lines of both, what was removed before what was added. The whole, or the changes with some
/// lines around them.
class TextDiffModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        RowKindRole = Qt::UserRole + 1, ///< int(TextDiffRow::Kind)
        OldLineRole,                    ///< from 1; 0 for none
        NewLineRole,
    };
    /// More rows than anyone scrolls through; the list would take too long to be laid out.
    static constexpr int kMostRows = 100'000;
    static constexpr int kContext = 3;

    using QAbstractListModel::QAbstractListModel;

    void setDifference(SharedTextDifference difference); ///< null for none
    const SharedTextDifference &difference() const { return m_difference; }
    void setChangesOnly(bool on);
    bool changesOnly() const { return m_changesOnly; }

    const TextDiffRow &rowAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
    QString text(int row) const; ///< the line alone, as it can be shown
    /// What differs from the line in its place; empty where all of it does, or nothing.
    std::pair<int, int> emphasis(int row) const;
    /// The row that shows a line, or the gap that hides it; -1 for none.
    int rowOf(int line, bool old) const;
    int changeCount() const { return static_cast<int>(m_changeRows.size()); }
    int rowOfChange(int change) const { return m_changeRows[static_cast<size_t>(change)]; }
    int changeAt(int row) const;                  ///< the change that holds the row; -1 for none
    int longestLine() const { return m_longest; } ///< of all lines, in bytes, as far as a line is shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();
    bool add(const TextDiffRow &row);
    void addSame(int oldLine, int newLine, int count, bool first, bool last);
    void addChange(const TextChange &change);
    QString spoken(int row) const;

    SharedTextDifference m_difference;
    bool m_changesOnly = true;
    std::vector<TextDiffRow> m_rows;
    std::vector<int> m_changeRows; ///< by change that is shown: its first row
    int m_longest = 0;
};

} // namespace podium
