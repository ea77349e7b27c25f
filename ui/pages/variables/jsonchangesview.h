// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/jsonchangesmodel.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;

namespace podium {

class CodeView;
class ListView;
class StateView;

/// Where two JSON documents differ, as a list, and the selected difference in full. Compares on a worker.
class JsonChangesView : public QWidget
{
    Q_OBJECT
public:
    /// What is said in place of a list; translated, plain text.
    struct Texts
    {
        QString title;
        QString hint;
    };

    explicit JsonChangesView(const QString &accessibleName, QWidget *parent = nullptr);
    ~JsonChangesView() override;

    void setSides(const JsonSides &sides);
    void setSameTexts(const Texts &texts); ///< where nothing differs
    /// Null for a side that is not there (yet): then nothing is compared, and `unknown` is said. The same documents
    /// again do nothing.
    void setDocuments(const SharedJson &left, const SharedJson &right, const Texts &unknown);
    void showLoading(const QString &text);
    void showProblem(const Error &error, std::function<void()> retry);

    const QList<JsonChange> &changes() const { return m_model->changes(); }
    int count() const { return m_count; } ///< differences listed; -1 while they are not known
    QString summary() const;
    ListView *list() const { return m_list; }

Q_SIGNALS:
    void changed();                             ///< compared anew, or not known any more
    void pointerChosen(const QString &pointer); ///< Enter or double click on a row of the right document

private:
    void clear();
    void present(const QList<JsonChange> &found);
    void showValues();
    void connectList();
    QWidget *makeValues();

    JsonChangesModel *m_model;
    ListView *m_list;
    CodeView *m_left;
    CodeView *m_right;
    QLabel *m_leftName;
    QLabel *m_rightName;
    QLabel *m_summary;
    StateView *m_states;
    Texts m_same;
    SharedJson m_leftJson;
    SharedJson m_rightJson;
    int m_count = -1;
    bool m_compared = false; ///< m_leftJson and m_rightJson are what is shown, or being compared
    Pending m_comparing;
    Pending m_writing; ///< the values of the selected difference as text
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
