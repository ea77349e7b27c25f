// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkspage.h"

#include "models/items/bulklistmodel.h"
#include "models/services/bulkruns.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

BulksPage::BulksPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_model(new BulkListModel(this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
{
    makeList();
    auto *header = new ListHeader(title(), m_count, space::m);
    m_count->setAccessibleName(tr("Number of actions"));
    connect(header->addReload(), &QToolButton::clicked, this, &BulksPage::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);
    connect(&context.console.bulks, &BulkRuns::started, this, &BulksPage::refresh);
    connect(&context.console.bulks, &BulkRuns::finished, this, &BulksPage::refresh);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(display(), console().clock)); });
    refresh();
}

void BulksPage::makeList()
{
    m_model->setTexts(viewTexts(display(), console().clock));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Actions on many instances"));
    m_view->follow(display());
    m_view->setStretchColumn(BulkListModel::AboutColumn);
    m_view->setColumn(BulkListModel::TimeColumn, 120);
    m_view->setColumn(BulkListModel::ActionColumn, 190);
    m_view->setColumn(BulkListModel::AboutColumn, 130);
    m_view->setColumn(BulkListModel::StatusColumn, 100);
    m_view->setColumn(BulkListModel::ResultColumn, 190);
    m_view->setColumn(BulkListModel::UserColumn, 80);
    connect(m_view, &ListView::rowActivated, this, [this](const QModelIndex &index) {
        navigator().open(Location{u"bulk"_s, m_model->reportAt(index.row()).id, {}});
    });
}

QString BulksPage::title() const
{
    return tr("Actions on many");
}

QString BulksPage::iconName() const
{
    return u"document"_s;
}

void BulksPage::refresh()
{
    if (!m_isRead)
        m_states->showLoading(tr("Reading the reports…"));
    m_reading = deliver(console().bulks.reports(), this, [this](const Result<QList<BulkReport>> &reports) {
        if (!reports) {
            if (!m_isRead)
                m_states->showError(reports.error(), [this] { refresh(); });
            return;
        }
        m_isRead = true;
        m_model->setReports(*reports, console().bulks.running());
        m_count->setText(tr("%n action(s)", nullptr, m_model->rowCount()));
        if (m_model->rowCount() > 0)
            return m_states->showContent();
        m_states->showEmpty(u"document"_s, tr("Nothing was done to many yet"),
                            tr("Select instances in their list, then choose an action: its report is kept here."),
                            tr("Go to Instances"), [this] {
                                navigator().open(Location{u"instances"_s, {}, {}});
                            });
    });
}

QJsonObject BulksPage::saveState() const
{
    return {{u"list"_s, m_view->saveState()}};
}

void BulksPage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state.value("list"_L1).toObject());
}

} // namespace podium
