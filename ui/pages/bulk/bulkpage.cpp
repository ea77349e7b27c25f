// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkpage.h"

#include "models/core/clock.h"
#include "models/items/bulklistmodel.h"
#include "models/items/bulkreportmodel.h"
#include "models/services/bulkruns.h"
#include "ui/pages/bulk/bulkactions.h"
#include "ui/pages/parts/exportbutton.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Over all, also where its outcome is not known yet.
int triedOf(const QList<BulkItem> &items)
{
    return static_cast<int>(std::count_if(items.cbegin(), items.cend(),
                                          [](const BulkItem &item) { return item.outcome != BatchOutcome::NotTried; }));
}

QString runningText(BulkVerb verb)
{
    switch (verb) {
    case BulkVerb::Retry:
        return BulkPage::tr("Retrying: %1 of %2");
    case BulkVerb::Skip:
        return BulkPage::tr("Skipping: %1 of %2");
    case BulkVerb::Abort:
        return BulkPage::tr("Aborting: %1 of %2");
    case BulkVerb::Start:
        return BulkPage::tr("Starting: %1 of %2");
    case BulkVerb::Rerun:
        break;
    }
    return BulkPage::tr("Rerunning: %1 of %2");
}

Result<Done> writeItems(const QList<BulkItem> &items, const QString &path, RowFormat format)
{
    BulkReportModel model;
    model.setItems(items);
    return writeRows(model, path, format,
                     BulkPage::tr("The report could not be saved as %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace

void BulkPage::followRuns()
{
    BulkRuns *runs = &console().bulks;
    const auto isOurs = [this](const QString &id) { return id == location().id; };
    connect(runs, &BulkRuns::started, this, [this, isOurs](const QString &id) {
        if (isOurs(id))
            refresh();
    });
    connect(runs, &BulkRuns::itemChanged, this, [this, isOurs](const QString &id, int index) {
        if (isOurs(id))
            takeItem(index);
    });
    const auto later = [this, isOurs](const QString &id) {
        if (isOurs(id) && !m_showLater.isActive())
            m_showLater.start();
    };
    connect(runs, &BulkRuns::progressed, this, later);
    connect(runs, &BulkRuns::finished, this, [this, isOurs](const QString &id) {
        if (!isOurs(id))
            return;
        if (const BulkReport *report = console().bulks.report(id); report && m_report)
            m_report->ended = report->ended;
        showReport();
    });
    connect(runs, &BulkRuns::problemChanged, this, &BulkPage::showBanner);
}

QString BulkPage::title() const
{
    return m_report ? bulkTitle(m_report->verb, m_model->rowCount()) : tr("Action on many");
}

QString BulkPage::iconName() const
{
    return u"document"_s;
}

void BulkPage::refresh()
{
    if (!m_report)
        m_states->showLoading(tr("Reading the report…"));
    m_reading = deliver(console().bulks.readReport(location().id), this, [this](const Result<BulkReport> &report) {
        if (report)
            take(*report);
        else if (!m_report)
            m_states->showError(report.error(), [this] { refresh(); });
    });
}

void BulkPage::take(const BulkReport &report)
{
    // What happened while it was on its way counts.
    const BulkReport *now = console().bulks.report(location().id);
    const BulkReport &newest = now ? *now : report;
    const bool isFirst = !m_report;
    if (isFirst || newest.items.size() != m_model->rowCount()) {
        m_model->setItems(newest.items);
    } else {
        for (int i = 0; i < newest.items.size(); ++i)
            m_model->setItem(i, newest.items.at(i));
    }
    if (isFirst && newest.verb == BulkVerb::Rerun && !m_columnsAreSet)
        m_view->setColumn(BulkReportModel::NewInstanceColumn, 120);
    m_report = newest;
    m_report->items.clear();
    m_states->showContent();
    showReport();
    Q_EMIT titleChanged();
}

void BulkPage::takeItem(int index)
{
    const BulkReport *report = console().bulks.report(location().id);
    if (report && m_report)
        m_model->setItem(index, report->items.at(index));
    if (!m_showLater.isActive())
        m_showLater.start();
}

void BulkPage::showReport()
{
    if (!m_report)
        return;
    BulkReport report = *m_report;
    report.items = m_model->items();
    m_title->setText(title());
    const QString when = viewTexts(display(), console().clock).timeOf(report.begun);
    m_about->setText(report.user.isEmpty()
                         ? tr("%1 · %2").arg(when, singleLine(report.about))
                         : tr("%1 · %2 · by %3").arg(when, singleLine(report.about), singleLine(report.user, 80)));
    m_summary->setText(bulkSummary(report));
    for (std::size_t i = 0; i < kBatchOutcomes.size(); ++i) {
        const int count = report.countOf(kBatchOutcomes.at(i));
        QToolButton *chip = m_outcomes->chip(static_cast<int>(i));
        chip->setText(count > 0 ? tr("%1 %2").arg(displayName(kBatchOutcomes.at(i)), QLocale().toString(count))
                                : displayName(kBatchOutcomes.at(i)));
    }
    const bool isRunning = console().bulks.batch(report.id);
    m_goOn->setVisible(!isRunning && report.isResumable());
    m_retry->setVisible(!isRunning && report.verb != BulkVerb::Start && report.countOf(BatchOutcome::Failed) > 0);
    m_retry->setText(report.verb == BulkVerb::Retry ? tr("Retry the failed ones…") : tr("Try the failed ones again…"));
    showProgress();
    showBanner();
    showFilter();
}

void BulkPage::showProgress()
{
    const Batch *batch = console().bulks.batch(location().id);
    m_progressRow->setVisible(batch);
    m_pause->setVisible(batch && !batch->isStopping());
    m_stop->setVisible(batch);
    if (!batch)
        return;
    const int total = m_model->rowCount();
    const int tried = triedOf(m_model->items());
    m_progress->setRange(0, total);
    m_progress->setValue(tried);
    m_pause->setText(batch->isPaused() ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(themedIcon(batch->isPaused() ? u"run"_s : u"pause"_s));
    m_stop->setEnabled(!batch->isStopping());
    if (batch->isStopping())
        m_progressText->setText(tr("Stopping: what was sent is waited for"));
    else if (batch->isPaused())
        m_progressText->setText(tr("Paused: %1 of %2").arg(tried).arg(total));
    else if (batch->isConfirming())
        m_progressText->setText(tr("Looking at what the server made of it"));
    else
        m_progressText->setText(runningText(m_report->verb).arg(tried).arg(total));
}

void BulkPage::showBanner()
{
    const Batch *batch = console().bulks.batch(location().id);
    const QString problem = console().bulks.problem();
    if (batch && batch->isPaused() && !batch->pauseReason().isEmpty())
        return m_banner->setMessage(Tone::Warning, tr("It paused by itself. %1").arg(batch->pauseReason()));
    if (!problem.isEmpty())
        return m_banner->setMessage(Tone::Warning, problem);
    if (!batch && m_report && !m_report->ended.isValid())
        return m_banner->setMessage(Tone::Warning,
                                    tr("Podium was closed before this was through. Nothing goes on by itself."));
    m_banner->clear();
}

void BulkPage::showFilter()
{
    QList<BatchOutcome> outcomes;
    const QList<int> checked = m_outcomes->checked();
    for (const int index : checked)
        outcomes << kBatchOutcomes.at(static_cast<std::size_t>(index));
    m_filter->setOutcomes(outcomes);
    m_filter->setText(m_search->text());
    m_export->setEnabled(m_filter->rowCount() > 0);
    if (m_filter->rowCount() > 0 || m_model->rowCount() == 0)
        return m_listStates->showContent();
    m_listStates->showEmpty(u"search"_s, tr("Nothing matches the filters"),
                            tr("No instance has all of what they ask for."), tr("Clear the filters"), [this] {
                                m_outcomes->setChecked({});
                                m_search->clear();
                                showFilter();
                                m_view->setFocus();
                            });
}

void BulkPage::pauseOrResume()
{
    Batch *batch = console().bulks.batch(location().id);
    if (!batch)
        return;
    if (batch->isPaused())
        batch->resume();
    else
        batch->pause();
    showReport();
}

void BulkPage::retryFailed()
{
    if (!m_report)
        return;
    InstanceSelection selection;
    for (const BulkItem &item : m_model->items()) {
        if (item.outcome == BatchOutcome::Failed)
            selection.rows << item.instance;
    }
    const auto count = static_cast<int>(selection.rows.size());
    m_actions->ask(m_report->verb, selection, tr("%n instance(s) that failed before", nullptr, count));
}

void BulkPage::openCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const QString id = current.isValid() ? m_filter->itemAt(current.row()).instance.id : QString();
    if (!id.isEmpty()) // of a run that was not started there is none
        navigator().open(Location{u"instance"_s, id, {}});
}

void BulkPage::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const BulkItem item = m_filter->itemAt(index.row());
    QAction *open = menu->addAction(themedIcon(u"instance"_s), tr("Open the instance"), this, &BulkPage::openCurrent);
    open->setEnabled(!item.instance.id.isEmpty());
    if (item.newInstanceId.isEmpty() || item.newInstanceId == item.instance.id)
        return;
    menu->addAction(themedIcon(u"run"_s), tr("Open the new instance"), this, [this, id = item.newInstanceId] {
        navigator().open(Location{u"instance"_s, id, {}});
    });
}

void BulkPage::exportTo(const QString &path, RowFormat format)
{
    const auto write = [items = m_filter->items(), path, format] { return writeItems(items, path, format); };
    m_exporting = deliver(runOnWorker<Done>(write), this, [this, path](const Result<Done> &result) {
        if (result)
            navigator().showMessage(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
        else
            navigator().showError(result.error());
    });
}

QJsonObject BulkPage::saveState() const
{
    return {{u"list"_s, m_view->saveState()}, {u"search"_s, m_search->text()}};
}

void BulkPage::restoreState(const QJsonObject &state)
{
    const QJsonObject list = state.value("list"_L1).toObject();
    m_columnsAreSet = !list.isEmpty();
    m_view->restoreState(list);
    m_search->setText(state.value("search"_L1).toString());
    showFilter();
}

} // namespace podium
