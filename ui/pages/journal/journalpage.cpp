// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/journal/journalpage.h"

#include "models/items/journalmodel.h"
#include "models/services/actionjournal.h"
#include "ui/pages/parts/exportbutton.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// All columns of the records as a file.
Result<Done> writeRecords(const QList<ActionRecord> &records, const QString &path, RowFormat format)
{
    JournalModel model;
    model.setRecords(records);
    return writeRows(model, path, format,
                     JournalPage::tr("The journal could not be saved as %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace

JournalPage::JournalPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_search(new SearchField(tr("Search the journal")))
    , m_export(new ExportButton(tr("Export the journal"), u"journal"_s))
    , m_banner(new Banner)
    , m_model(new JournalModel(this))
    , m_filter(new JournalFilterModel(*m_model, this))
{
    makeList();
    m_banner->setClosable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);
    connect(&context.console.journal, &ActionJournal::changed, this, &JournalPage::takeRecords);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(display(), console().clock)); });
    refresh();
}

QWidget *JournalPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::m);
    m_count->setAccessibleName(tr("Number of actions"));
    m_search->setToolTip(tr("All words, in any column"));
    m_search->setFixedWidth(240);
    connect(m_search, &SearchField::searchChanged, this, &JournalPage::filter);
    header->add(m_search);

    connect(m_export, &ExportButton::wanted, this, &JournalPage::exportTo);
    header->add(m_export);

    focusOnFind(this, m_search);
    return header;
}

void JournalPage::makeList()
{
    m_view = new ListView;
    m_states = new StateView(m_view);
    m_model->setTexts(viewTexts(display(), console().clock));
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Actions"));
    m_view->follow(display());
    m_view->setStretchColumn(JournalModel::AnswerColumn);
    m_view->setColumn(JournalModel::TimeColumn, 150);
    m_view->setColumn(JournalModel::UserColumn, 100);
    m_view->setColumn(JournalModel::ActionColumn, 150);
    m_view->setColumn(JournalModel::WorkflowColumn, 140);
    m_view->setColumn(JournalModel::InstanceColumn, 140);
    m_view->setColumn(JournalModel::DetailColumn, 165);
    m_view->setColumn(JournalModel::AnswerColumn, 200);
    m_view->setColumn(JournalModel::BusinessKeyColumn, 120, false);
    m_view->setColumn(JournalModel::JobColumn, 120, false);
    m_view->setColumn(JournalModel::OutcomeColumn, 110, false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(JournalModel::TimeColumn, Qt::DescendingOrder);
    connect(m_view, &ListView::rowActivated, this, &JournalPage::openCurrent);
    connect(m_view, &ListView::rowMenuRequested, this, &JournalPage::fillMenu);
}

QString JournalPage::title() const
{
    return tr("Journal");
}

QString JournalPage::iconName() const
{
    return u"document"_s;
}

void JournalPage::refresh()
{
    console().journal.read();
    takeRecords();
}

void JournalPage::takeRecords()
{
    m_model->setRecords(console().journal.records());
    const QString problem = console().journal.problem();
    if (problem.isEmpty())
        m_banner->clear();
    else
        m_banner->setMessage(Tone::Warning, problem);
    showState();
}

void JournalPage::showState()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n action(s)", nullptr, all)
                                  : tr("%1 of %n action(s)", nullptr, all).arg(QLocale().toString(shown)));
    m_export->setEnabled(shown > 0);
    if (shown > 0)
        return m_states->showContent();
    if (all > 0) {
        m_states->showEmpty(u"search"_s, tr("Nothing matches the search"),
                            tr("No action has all of these words in its columns."), tr("Clear the search"), [this] {
                                m_search->clear();
                                filter({});
                                m_view->setFocus();
                            });
    } else if (console().journal.isReading()) {
        m_states->showLoading(tr("Reading the journal…"));
    } else {
        m_states->showEmpty(u"document"_s, tr("Nothing was done yet"),
                            tr("When you start a run, retry, skip or abort an instance, or change a job, it is noted "
                               "here with the answer of the server."));
    }
}

void JournalPage::filter(const QString &text)
{
    m_filter->setText(text);
    showState();
}

void JournalPage::openCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const ActionRecord &record = m_filter->recordAt(current.row());
    if (record.instanceId.isEmpty()) // a run that was not started
        return openWorkflow();
    navigator().open(Location{u"instance"_s, record.instanceId, {}});
}

void JournalPage::openWorkflow()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const ActionRecord &record = m_filter->recordAt(current.row());
    if (!record.workflowId.isEmpty())
        navigator().open(Location{u"workflow"_s, record.workflowId, {}});
}

void JournalPage::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const ActionRecord &record = m_filter->recordAt(index.row());
    menu->addAction(themedIcon(u"instance"_s), tr("Open the instance"), this, &JournalPage::openCurrent)
        ->setEnabled(!record.instanceId.isEmpty());
    menu->addAction(themedIcon(u"workflow"_s), tr("Open the workflow"), this, &JournalPage::openWorkflow)
        ->setEnabled(!record.workflowId.isEmpty());
}

void JournalPage::exportTo(const QString &path, RowFormat format)
{
    const auto write = [records = m_filter->records(), path, format] { return writeRecords(records, path, format); };
    m_exporting = deliver(runOnWorker<Done>(write), this, [this, path](const Result<Done> &result) {
        if (result)
            navigator().showMessage(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
        else
            navigator().showError(result.error());
    });
}

QJsonObject JournalPage::saveState() const
{
    return {{u"list"_s, m_view->saveState()}, {u"search"_s, m_search->text()}};
}

void JournalPage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state.value("list"_L1).toObject());
    m_search->setText(state.value("search"_L1).toString());
    filter(m_search->text());
}

} // namespace podium
