// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulkreportmodel.h"
#include "models/services/bulkruns.h"
#include "ui/pages/bulk/bulkactions.h"
#include "ui/pages/bulk/bulkdelegate.h"
#include "ui/pages/bulk/bulkpage.h"
#include "ui/pages/parts/exportbutton.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

// What the page is made of, and where it stands.

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

BulkPage::BulkPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_title(plainLabel())
    , m_about(captionLabel({}))
    , m_summary(plainLabel())
    , m_pause(new QPushButton(themedIcon(u"pause"_s), tr("Pause")))
    , m_stop(new QPushButton(themedIcon(u"close"_s), tr("Stop")))
    , m_goOn(new QPushButton(themedIcon(u"run"_s), tr("Go on with the rest")))
    , m_retry(new QPushButton(themedIcon(u"retry"_s), tr("Retry the failed ones…")))
    , m_export(new ExportButton(tr("Export the report"), u"report"_s))
    , m_progressText(new QLabel)
    , m_progress(new QProgressBar)
    , m_banner(new Banner)
    , m_outcomes(new ChipRow(tr("Outcomes")))
    , m_search(new SearchField(tr("Search the report")))
    , m_model(new BulkReportModel(this))
    , m_filter(new BulkReportFilter(*m_model, this))
    , m_view(new ListView)
    , m_listStates(new StateView(m_view))
    , m_actions(new BulkActions(context, this, {}))
{
    m_states = new StateView(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_view);
    m_showLater.setSingleShot(true);
    m_showLater.setInterval(100ms);
    connect(&m_showLater, &QTimer::timeout, this, &BulkPage::showReport);
    followRuns();
    connect(&context.display, &DisplaySettings::changed, this, [this] {
        m_model->setTexts(viewTexts(display(), console().clock));
        showReport();
    });
    refresh();
}

QWidget *BulkPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeProgress());
    m_banner->setClosable(false);
    layout->addWidget(m_banner);
    layout->addWidget(makeFilters());
    makeList();
    layout->addWidget(m_listStates, 1);
    return content;
}

QWidget *BulkPage::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::s);
    layout->setSpacing(space::xs);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::s);
    m_title->setFont(titleFont(m_title->font()));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    top->addWidget(m_title, 1);
    for (QWidget *button : std::initializer_list<QWidget *>{m_pause, m_stop, m_goOn, m_retry, m_export})
        top->addWidget(button);
    for (QPushButton *button : {m_pause, m_stop, m_goOn, m_retry})
        button->hide(); // until the report says which are of use
    layout->addLayout(top);
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_about);
    m_summary->setFont(strongFont(m_summary->font()));
    m_summary->setAccessibleName(tr("Result"));
    layout->addWidget(m_summary);
    m_export->setEnabled(false);
    connect(m_pause, &QPushButton::clicked, this, &BulkPage::pauseOrResume);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (Batch *batch = console().bulks.batch(location().id))
            batch->stop();
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (!m_report)
            return;
        BulkReport report = *m_report;
        report.items = m_model->items();
        console().bulks.resume(report);
    });
    connect(m_retry, &QPushButton::clicked, this, &BulkPage::retryFailed);
    connect(m_export, &ExportButton::wanted, this, &BulkPage::exportTo);
    return header;
}

QWidget *BulkPage::makeProgress()
{
    m_progressRow = new QWidget;
    m_progressRow->hide();
    auto *row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(space::xl, 0, space::xl, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_progressText);
    row->addWidget(m_progress, 1);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress"));
    return m_progressRow;
}

QWidget *BulkPage::makeFilters()
{
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(space::xl, space::xs, space::xl, space::m);
    row->setSpacing(space::s);
    for (const BatchOutcome outcome : kBatchOutcomes)
        m_outcomes->addChip(displayName(outcome), iconOf(outcome), toneOf(outcome),
                            tr("Only %1").arg(displayName(outcome)));
    row->addWidget(m_outcomes);
    row->addStretch(1);
    m_search->setFixedWidth(220);
    m_search->setToolTip(tr("All words, in any column"));
    row->addWidget(m_search);
    connect(m_outcomes, &ChipRow::changed, this, &BulkPage::showFilter);
    connect(m_search, &SearchField::searchChanged, this, &BulkPage::showFilter);
    focusOnFind(this, m_search);
    return filters;
}

void BulkPage::makeList()
{
    m_model->setTexts(viewTexts(display(), console().clock));
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Instances of this action"));
    m_view->setItemDelegate(new BulkDelegate(m_view));
    m_view->follow(display());
    m_view->setStretchColumn(BulkReportModel::ReasonColumn);
    m_view->setColumn(BulkReportModel::InstanceColumn, 150);
    m_view->setColumn(BulkReportModel::WorkflowColumn, 120);
    m_view->setColumn(BulkReportModel::StateColumn, 110);
    m_view->setColumn(BulkReportModel::OutcomeColumn, 118);
    m_view->setColumn(BulkReportModel::ReasonColumn, 170);
    m_view->setColumn(BulkReportModel::TimeColumn, 110);
    m_view->setColumn(BulkReportModel::NewInstanceColumn, 120, false);
    m_view->setColumn(BulkReportModel::IdColumn, 280, false);
    m_view->setColumn(BulkReportModel::VersionColumn, 80, false);
    m_view->setColumn(BulkReportModel::LineColumn, 80, false);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as planned
    m_filter->sort(-1);
    connect(m_view, &ListView::rowActivated, this, &BulkPage::openCurrent);
    connect(m_view, &ListView::rowMenuRequested, this, &BulkPage::fillMenu);
}

} // namespace podium
