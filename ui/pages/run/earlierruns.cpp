// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/earlierruns.h"

#include "models/form/formschema.h"
#include "models/items/itemtexts.h"
#include "models/items/workflowresult.h"
#include "models/services/instanceservice.h"
#include "ui/pages/parts/recentruns.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace podium {

using namespace Qt::StringLiterals;

SharedJson earlierInput(const SharedJson &variables, const SharedJson &schema, bool isSameWorkflow)
{
    if (!variables)
        return nullptr;
    const SharedJson kept = inputOf(variables);
    const bool isKept = kept && kept->is_object() && !kept->empty();
    if (isKept && isSameWorkflow)
        return kept;
    const SharedJson data = isKept ? kept : workflowDataOf(variables);
    if (!data || !data->is_object())
        return nullptr;
    Json input = Json::object();
    if (schema) {
        const FormSchema form(schema);
        const std::vector<FormField> members = form.members(form.root(), *data);
        for (const FormField &member : members) {
            const std::string key = member.key.toStdString();
            if (const auto found = data->find(key); found != data->end())
                input[key] = *found;
        }
    } else {
        input = *data;
        input.erase("result");
    }
    return input.empty() ? nullptr : std::make_shared<const Json>(std::move(input));
}

EarlierRuns::EarlierRuns(Console &console, const QString &workflowId, const SharedJson &schema, TimeText timeText,
                         QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_workflowId(workflowId)
    , m_schema(schema)
    , m_timeText(std::move(timeText))
    , m_runs(new RecentRuns(console.instances, this))
    , m_list(new QListWidget(this))
    , m_id(new QLineEdit(this))
    , m_message(new QLabel(this))
{
    m_list->setAccessibleName(tr("Earlier runs"));
    m_id->setPlaceholderText(tr("Or paste the id of any instance"));
    m_id->setAccessibleName(tr("Instance id"));
    m_id->setClearButtonEnabled(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(m_message->fontMetrics().height());
    setMuted(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_id);
    column->addWidget(m_message);
    connect(m_runs, &RecentRuns::arrived, this, &EarlierRuns::showRuns);
    connect(m_runs, &RecentRuns::failed, this, [this](const Error &error) { tell(error.text()); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            readInstance(item->data(Qt::UserRole).toString(), item->text());
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_input)
            Q_EMIT used();
    });
    connect(m_id, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QString id = RecentRuns::idFromText(text);
        if (id.size() >= 32) // ids are UUIDs: no question for each letter
            readInstance(id, tr("Instance %1").arg(singleLine(id, 40)));
    });
}

void EarlierRuns::read()
{
    if (m_runs->isAsked()) // after a failure, opening the tab again asks again
        return;
    tell(tr("Reading the runs…"));
    m_runs->read(m_workflowId);
}

void EarlierRuns::showRuns()
{
    tell(m_runs->runs().isEmpty() ? tr("This workflow has not run yet.") : QString());
    for (const WorkflowInstance &run : m_runs->runs()) {
        auto *item = new QListWidgetItem(themedIcon(iconOf(run.state), toneOf(run.state)),
                                         RecentRuns::label(run, m_timeText(run.start)), m_list);
        item->setData(Qt::UserRole, run.id);
        item->setToolTip(run.id);
    }
    if (m_list->count() > 0 && m_id->text().isEmpty())
        m_list->setCurrentRow(0);
}

void EarlierRuns::readInstance(const QString &id, const QString &name)
{
    m_input.reset();
    m_name = name;
    Q_EMIT inputChanged();
    tell(tr("Reading the instance…"));
    m_readingInstance = deliver(m_console.instances.instance(id), this, [this](const Result<WorkflowInstance> &run) {
        if (!run)
            return tell(run.error().text());
        const bool isOther = run->workflowId != m_workflowId;
        m_input = earlierInput(run->variables, m_schema, !isOther);
        if (!m_input)
            tell(tr("Nothing of its data fits into this form."));
        else
            tell(isOther ? tr("It is a run of another workflow, “%1”: what fits is used.")
                               .arg(singleLine(run->workflowName, 60))
                         : QString());
        Q_EMIT inputChanged();
    });
}

void EarlierRuns::tell(const QString &text)
{
    m_message->setText(text);
    m_list->setAccessibleDescription(text);
}

} // namespace podium
