// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/runpicker.h"

#include "models/core/clock.h"
#include "models/items/instancecolumns.h"
#include "models/items/itemroles.h"
#include "models/services/instanceservice.h"
#include "ui/pages/compareruns/runsides.h"
#include "ui/pages/parts/recentruns.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

RunPicker::RunPicker(const PageContext &context, const QString &workflowId, const QStringList &known, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workflow(workflowId)
    , m_known(known)
    , m_recent(new RecentRuns(context.console.instances, this))
    , m_model(new QStandardItemModel(this))
    , m_list(new ListView)
    , m_states(new StateView(m_list))
    , m_id(new QLineEdit)
{
    setWindowTitle(tr("Compare with another run"));
    resize(720, 440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    auto *label = new QLabel(tr("Recent runs of the same workflow"));
    label->setBuddy(m_list);
    column->addWidget(label);
    column->addWidget(m_states, 1);
    m_model->setHorizontalHeaderLabels(
        {tr("State"), tr("Business key"), tr("Started"), tr("Took"), tr("Version"), tr("Id")});
    m_list->setModel(m_model);
    m_list->setAccessibleName(label->text());
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setItemDelegate(new StateDelegate(m_list));
    m_list->setStretchColumn(1);
    for (const auto &[index, width] : {std::pair(0, 124), {1, 120}, {2, 120}, {3, 90}, {4, 70}, {5, 90}})
        m_list->setColumn(index, width);

    auto *idLabel = new QLabel(tr("Or the id of an instance"));
    idLabel->setBuddy(m_id);
    column->addWidget(idLabel);
    m_id->setAccessibleName(idLabel->text());
    m_id->setClearButtonEnabled(true);
    column->addWidget(m_id);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_take = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    setButtonTone(m_take, Tone::Info);
    m_take->setEnabled(false);
    column->addSpacing(space::s);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RunPicker::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &ListView::rowActivated, this, &RunPicker::take);
    const auto update = [this] { m_take->setEnabled(!chosenId().isEmpty()); };
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, update);
    connect(m_id, &QLineEdit::textChanged, this, update);
    connect(m_recent, &RecentRuns::arrived, this, [this] {
        m_isRecentRead = true;
        runsArrived();
    });
    connect(m_recent, &RecentRuns::failed, this,
            [this](const Error &error) { m_states->showError(error, [this] { readRuns(); }); });
    readRuns();
}

// Views that go tell of selections that go with them.
RunPicker::~RunPicker()
{
    m_list->selectionModel()->disconnect(this);
}

void RunPicker::readRuns()
{
    m_states->showLoading(tr("Reading the runs…"));
    m_isRecentRead = false;
    m_completed.reset();
    m_recent->read(m_workflow, m_known);
    InstanceQuery completed;
    if (!m_workflow.isEmpty())
        completed.workflowIds = {m_workflow};
    completed.states = {InstanceState::Completed};
    completed.limit = static_cast<int>(m_known.size()) + 1; // one of them is not known
    m_readingCompleted =
        deliver(m_context.console.instances.page(completed), this, [this](const Result<InstancePage> &page) {
            if (!page)
                return m_states->showError(page.error(), [this] { readRuns(); });
            m_completed = page->rows;
            runsArrived();
        });
}

void RunPicker::runsArrived()
{
    if (!m_isRecentRead || !m_completed)
        return;
    m_model->removeRows(0, m_model->rowCount());
    QStringList offered = m_known;
    for (const WorkflowInstance &run : std::as_const(*m_completed)) {
        if (offered.contains(run.id))
            continue;
        offered << run.id;
        addRun(run, true);
        break;
    }
    for (const WorkflowInstance &run : m_recent->runs()) {
        if (!offered.contains(run.id))
            addRun(run, false);
    }
    if (m_model->rowCount() == 0) {
        m_states->showEmpty(u"instance"_s, tr("There is no other run"),
                            tr("The server has no other run of this workflow. Start one, or paste an id below."));
        m_id->setFocus();
        return;
    }
    m_states->showContent();
    m_list->selectRow(0);
    m_list->setFocus();
}

void RunPicker::addRun(const WorkflowInstance &run, bool lastCompleted)
{
    const ItemTexts texts = viewTexts(m_context.display, m_context.console.clock);
    auto *state = new QStandardItem;
    const QString text = lastCompleted ? tr("Last completed") : displayName(run.state);
    state->setData(static_cast<int>(toneOf(run.state)), BadgeToneRole);
    state->setData(iconOf(run.state), BadgeIconRole);
    state->setText(text);
    state->setData(run.id, IdRole);
    QList<QStandardItem *> row{state};
    for (const QString &cell :
         {singleLine(run.businessKey, 100), texts.timeOf(run.start),
          texts.durationOf(durationOf(run, m_context.console.clock.now())), singleLine(run.version, 40), run.id})
        row << new QStandardItem(cell);
    for (QStandardItem *item : std::as_const(row))
        item->setEditable(false);
    m_model->appendRow(row);
}

QString RunPicker::chosenId() const
{
    if (const QString typed = RecentRuns::idFromText(m_id->text()); !typed.isEmpty())
        return typed;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(IdRole).toString();
}

void RunPicker::take()
{
    const QString id = chosenId();
    if (id.isEmpty())
        return;
    accept();
    Q_EMIT chosen(id);
}

void pickRunToCompare(const PageContext &context, const WorkflowInstance &run, QWidget *parent)
{
    auto *picker = new RunPicker(context, run.workflowId, {run.id}, parent);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(picker, &RunPicker::chosen, parent,
                     [&navigator = context.navigator, id = run.id](const QString &other) {
                         // The one that went well as A: what the other one did differently reads as what was added.
                         navigator.open(RunSides{other, id}.location());
                     });
    picker->open();
}

} // namespace podium
