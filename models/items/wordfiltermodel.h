// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace podium {

/// Rows of a model whose text has all the words, sorted by SortRole: texts as people sort them, all else as numbers. UI
/// thread.
class WordFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit WordFilterModel(QAbstractItemModel &model, QObject *parent = nullptr);

    void setText(const QString &text); ///< all words of it must occur, in any case

protected:
    /// What is looked through, of a row of the source.
    virtual QString textOf(int row) const = 0;
    /// Further conditions, on a row of the source.
    virtual bool isWanted(int row) const;
    /// Where SortRole does not decide. Indexes of the source.
    virtual bool equalLessThan(const QModelIndex &left, const QModelIndex &right) const = 0;

    bool filterAcceptsRow(int row, const QModelIndex &parent) const final;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const final;

private:
    QStringList m_words;
};

} // namespace podium
