// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "models/watch/watchrule.h"

#include <QAbstractTableModel>

#include <optional>

namespace podium {

/// The watch rules of one environment as a table. UI thread.
class WatchRulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RuleColumn, KindColumn, StatusColumn, CreatedColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The same ones in the same order are changed in place.
    void setRules(const QList<WatchRule> &rules, const QDateTime &nowUtc);
    void setTexts(const ItemTexts &texts);

    const WatchRule *ruleAt(int row) const; ///< nullptr for none
    int rowOf(const QString &ruleId) const; ///< -1 for none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const WatchRule &rule, int column) const;
    QString statusText(const WatchRule &rule) const;

    QList<WatchRule> m_rules;
    QDateTime m_now;
    ItemTexts m_texts;
};

} // namespace podium
