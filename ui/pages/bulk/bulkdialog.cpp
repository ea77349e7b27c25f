// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkdialog.h"

#include "models/items/bulklistmodel.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

enum Column { WorkflowColumn, StateColumn, CountColumn, EffectColumn };

QLabel *wrappedLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What the verb does to each.
QString effectText(BulkVerb verb)
{
    switch (verb) {
    case BulkVerb::Retry:
        return BulkDialog::tr("The failed node of each runs again, with the variables as they are now.");
    case BulkVerb::Skip:
        return BulkDialog::tr("Each goes on after the node that failed, without its result.");
    case BulkVerb::Abort:
        return BulkDialog::tr("Each stops where it is, with its timers, and cannot be resumed.");
    case BulkVerb::Rerun:
    case BulkVerb::Start: // has a page of its own
        break;
    }
    return BulkDialog::tr("A new run of the same version is started for each, with the same input. It gets the same "
                          "business key only where the earlier run is over. Runs whose input the server does not keep "
                          "are left alone.");
}

QString rowEffect(BulkVerb verb, InstanceState state)
{
    const QString why = whyNot(verb, state);
    return why.isEmpty() ? displayName(verb) : BulkDialog::tr("Left alone: %1").arg(why);
}

} // namespace

BulkDialog::BulkDialog(InstanceService &service, BulkVerb verb, const InstanceSelection &selection, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_verb(verb)
    , m_selection(selection)
    , m_summary(wrappedLabel())
    , m_rest(wrappedLabel())
    , m_progress(new QProgressBar)
    , m_banner(new Banner)
    , m_counts(new QStandardItemModel(0, 4, this))
    , m_table(new ListView)
{
    setWindowTitle(tr("%1: dry run").arg(displayName(verb)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::s);
    m_summary->setFont(titleFont(font()));
    m_summary->setText(tr("Looking at what this is about…"));
    layout->addWidget(m_summary);
    auto *effect = wrappedLabel();
    effect->setText(effectText(verb));
    layout->addWidget(effect);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Instances read"));
    layout->addWidget(m_progress);
    m_banner->setClosable(false);
    layout->addWidget(m_banner);
    makeTable();
    layout->addWidget(m_table, 1);
    setMuted(m_rest);
    layout->addWidget(m_rest);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(displayName(verb), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"bulk-go"_s);
    m_go->setEnabled(false);
    setButtonTone(m_go, verb == BulkVerb::Abort ? Tone::Danger : Tone::Info);
    // Enter on its own must not do it to many.
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    if (verb == BulkVerb::Abort)
        buttons->button(QDialogButtonBox::Cancel)->setText(tr("Keep them"));
    layout->addSpacing(space::s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(720, 460);
    read();
}

void BulkDialog::makeTable()
{
    m_counts->setHorizontalHeaderLabels({tr("Workflow"), tr("State"), tr("Instances"), tr("What happens")});
    m_table->setModel(m_counts);
    m_table->setAccessibleName(tr("Instances by workflow and state"));
    m_table->setStretchColumn(EffectColumn);
    m_table->setColumn(WorkflowColumn, 220);
    m_table->setColumn(StateColumn, 110);
    m_table->setColumn(CountColumn, 90);
    m_table->setColumn(EffectColumn, 200);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
}

void BulkDialog::read()
{
    delete m_planner;
    m_planner = new BulkPlanner(m_service, this);
    m_banner->clear();
    showProgress(0, 0);
    connect(m_planner, &BulkPlanner::progressed, this, &BulkDialog::showProgress);
    connect(m_planner, &BulkPlanner::finished, this, &BulkDialog::showPlan);
    connect(m_planner, &BulkPlanner::failed, this, [this](const Error &error) {
        m_progress->setVisible(false);
        m_banner->setError(error, tr("Try again"),
                           [this] { QMetaObject::invokeMethod(this, &BulkDialog::read, Qt::QueuedConnection); });
    });
    if (m_selection.everything)
        m_planner->readAll(m_selection.query);
    else
        m_planner->readRows(m_selection.rows);
}

void BulkDialog::showProgress(int read, int total)
{
    m_progress->setVisible(true);
    m_progress->setRange(0, total);
    m_progress->setValue(qMin(read, total));
    if (read > 0)
        m_rest->setText(tr("%n instance(s) read. Nothing is changed yet.", nullptr, read));
}

void BulkDialog::showPlan()
{
    m_progress->setVisible(false);
    m_applicable = m_planner->applicable(m_verb);
    const QList<BulkCount> counts = m_planner->counts();
    for (const BulkCount &one : counts) {
        const QString name = singleLine(one.workflowName.isEmpty() ? one.workflowId : one.workflowName, 120);
        m_counts->appendRow({new QStandardItem(name), new QStandardItem(displayName(one.state)),
                             new QStandardItem(QLocale().toString(one.count)),
                             new QStandardItem(rowEffect(m_verb, one.state))});
    }
    const int count = static_cast<int>(m_applicable.size());
    m_summary->setText(leadText());
    m_rest->setText(restText());
    m_go->setText(bulkTitle(m_verb, count));
    m_go->setEnabled(count > 0);
    m_go->setVisible(count > 0);
}

QString BulkDialog::leadText() const
{
    if (m_planner->rows().isEmpty())
        return tr("There is nothing to act on");
    if (m_applicable.isEmpty())
        return tr("None of these %n instance(s) can take this", nullptr, static_cast<int>(m_planner->rows().size()));
    return tr("%1?").arg(bulkTitle(m_verb, static_cast<int>(m_applicable.size())));
}

QString BulkDialog::restText() const
{
    QStringList parts;
    if (const auto rest = static_cast<int>(m_planner->rows().size() - m_applicable.size()); rest > 0)
        parts << tr("%n instance(s) are left alone.", nullptr, rest);
    if (m_planner->missing() > 0)
        parts << tr("%n chosen instance(s) are not on the server any more.", nullptr, m_planner->missing());
    if (m_planner->isCut())
        parts << tr("There are more: one action takes at most %n instance(s), the newest first.", nullptr,
                    BulkPlanner::kMost);
    if (!m_applicable.isEmpty())
        parts << tr("Each one is looked at again before it is touched, and afterwards. You can pause and stop.");
    return parts.join(u' ');
}

} // namespace podium
