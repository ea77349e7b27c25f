// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIdentityProxyModel>
#include <QSet>
#include <QStringList>

namespace podium {

class JsonTreeModel;

/// A JSON document as a tree in which values can be chosen. What is chosen counts with all that is below it; a part
/// that holds chosen values is half chosen. UI thread.
class RedactionModel : public QIdentityProxyModel
{
    Q_OBJECT
public:
    explicit RedactionModel(JsonTreeModel *tree, QObject *parent = nullptr);

    void setChosen(const QStringList &pointers);
    QStringList chosen() const; ///< JSON pointers, sorted, none below another

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    bool isWithinChosen(const QString &pointer) const; ///< something above it is chosen
    bool holdsChosen(const QString &pointer) const;
    void tell(const QModelIndex &parent);

    QSet<QString> m_chosen;
    QSet<QString> m_holders; ///< what holds them
};

} // namespace podium
