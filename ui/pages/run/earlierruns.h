// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"
#include "models/services/console.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace podium {

class RecentRuns;

/// What a run was started with, as far as its variables tell: the input the server kept, else those parts of its data
/// that `schema` asks for, or all but the result where there is no schema. Of a run of another workflow only what the
/// schema asks for. Null where nothing is left.
SharedJson earlierInput(const SharedJson &variables, const SharedJson &schema, bool isSameWorkflow);

/// The newest runs of one workflow, to take the input of one again; any instance by its id.
class EarlierRuns : public QWidget
{
    Q_OBJECT
public:
    using TimeText = std::function<QString(const QDateTime &utc)>;

    EarlierRuns(Console &console, const QString &workflowId, const SharedJson &schema, TimeText timeText,
                QWidget *parent = nullptr);

    void read();                                 ///< once; later calls do nothing
    SharedJson input() const { return m_input; } ///< of the run in front; null while there is none
    QString name() const { return m_name; }      ///< of that run
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void inputChanged();
    void used(); ///< by Enter or a double click on a run that was read

private:
    void showRuns();
    void readInstance(const QString &id, const QString &name);
    void tell(const QString &text);

    Console &m_console;
    QString m_workflowId;
    SharedJson m_schema;
    TimeText m_timeText;
    RecentRuns *m_runs;
    QListWidget *m_list;
    QLineEdit *m_id;
    QLabel *m_message;
    Pending m_readingInstance;
    SharedJson m_input;
    QString m_name;
};

} // namespace podium
