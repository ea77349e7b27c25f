// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/jsonchangemodel.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;

namespace podium {

class ListView;
class StateView;

/// What makes one JSON document of another, as a list. Compared on a worker.
class JsonChangesView : public QWidget
{
    Q_OBJECT
public:
    explicit JsonChangesView(QWidget *parent = nullptr);

    void setNames(const QString &left, const QString &right); ///< of the columns, translated
    /// Null for a side that is not there (yet): then nothing is compared.
    void setDocuments(const SharedJson &left, const SharedJson &right);
    void showLoading(const QString &text);
    void showProblem(const Error &error, std::function<void()> retry);

    const QList<JsonChange> &changes() const { return m_model->changes(); }
    QString summary() const;
    ListView *list() const { return m_list; }

Q_SIGNALS:
    void changed();                             ///< compared anew
    void pointerChosen(const QString &pointer); ///< Enter or double click on a row of the right document

private:
    void present(const QList<JsonChange> &found);

    JsonChangeModel *m_model;
    ListView *m_list;
    QLabel *m_summary;
    StateView *m_states;
    SharedJson m_left;
    SharedJson m_right;
    Pending m_pending;
};

/// The sign of a change beside its word.
class JsonChangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace podium
