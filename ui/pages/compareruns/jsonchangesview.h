// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/compare/jsonchangesmodel.h"
#include "models/core/async.h"

#include <QWidget>

class QLabel;

namespace podium {

class CodeView;
class ListView;
class StateView;

/// Where a document of run A and one of run B differ, and the selected difference in full. Compares on a worker.
class JsonChangesView : public QWidget
{
    Q_OBJECT
public:
    /// what: "input", "variables", as in a sentence; translated.
    JsonChangesView(const QString &accessibleName, const QString &what, QWidget *parent = nullptr);
    ~JsonChangesView() override;

    /// Null: the server does not tell it. The same documents again do nothing.
    void setDocuments(const SharedJson &a, const SharedJson &b);
    void showLoading();

    ListView *list() const { return m_list; }
    /// Differences found; -1 while they are not known.
    int count() const { return m_count; }

Q_SIGNALS:
    void countChanged();

private:
    void showChanges(const QList<JsonChange> &changes);
    void showUnknown();
    void showValues();
    QWidget *makeValues();
    void setCount(int count);

    QString m_what;
    SharedJson m_a;
    SharedJson m_b;
    int m_count = -1;
    bool m_compared = false;
    Pending m_comparing;
    Pending m_writing; ///< the values of the selected difference as text
    JsonChangesModel *m_model;
    ListView *m_list;
    CodeView *m_left;
    CodeView *m_right;
    QLabel *m_summary;
    StateView *m_states;
};

} // namespace podium
