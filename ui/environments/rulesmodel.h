// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"

#include <QAbstractTableModel>

namespace podium {

/// The address rules of an environment, edited in place; the last row is empty and becomes a rule once something is
/// typed.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { From, To };

    using QAbstractTableModel::QAbstractTableModel;

    void setRules(const QList<ServiceUrlRule> &rules);
    QList<ServiceUrlRule> rules() const { return m_rules; }
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    QList<ServiceUrlRule> m_rules;
};

} // namespace podium
