// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/selectionbar.h"

#include "ui/pages/instances/instanceexport.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listexport.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

SelectionBar::SelectionBar(const PageContext &context, InstanceList &list, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_row(new QHBoxLayout(this))
    , m_text(captionLabel({}))
    , m_all(new QPushButton)
    , m_none(new QPushButton(tr("Choose none")))
    , m_export(new QToolButton)
    , m_exportMenu(new QMenu(m_export))
{
    m_row->setContentsMargins(space::xl, space::xs, space::xl, space::xs);
    m_row->setSpacing(space::s);
    m_text->setAccessibleName(tr("What is chosen"));
    m_all->setFlat(true);
    m_none->setFlat(true);
    m_row->addWidget(m_text);
    m_row->addWidget(m_all);
    m_row->addWidget(m_none);
    m_row->addStretch(1);
    m_export->setText(tr("Export"));
    m_export->setIcon(themedIcon(u"export"_s));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::StrongFocus);
    m_export->setMenu(m_exportMenu);
    m_export->setToolTip(tr("Save instances in a file, with all columns"));
    m_export->setAccessibleName(tr("Export instances"));
    m_row->addWidget(m_export);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_list.selectEverything();
        m_list.setFocus();
    });
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_list.view()->clearSelection();
        m_list.setFocus();
    });
    connect(m_exportMenu, &QMenu::aboutToShow, this, &SelectionBar::fillExportMenu);
    connect(&list, &InstanceList::selectionChanged, this, &SelectionBar::follow);
    connect(list.model(), &InstanceListModel::countChanged, this, &SelectionBar::follow);
    follow();
}

SelectionBar::~SelectionBar()
{
    for (const Running &running : m_running)
        m_context.navigator.endWork(running.work);
}

void SelectionBar::addControl(QWidget *control)
{
    m_row->insertWidget(m_row->count() - 1, control);
}

void SelectionBar::follow()
{
    const InstanceSelection selection = m_list.selection();
    const bool counted = selection.total.has_value();
    const int total = m_list.model()->rowCount();
    const QString number = QLocale().toString(total);
    if (selection.everything)
        m_text->setText(counted ? tr("All %1 that match are chosen").arg(number) : tr("All that match are chosen"));
    else if (selection.rows.isEmpty())
        m_text->setText(tr("Nothing is chosen"));
    else
        m_text->setText(tr("%n chosen", nullptr, static_cast<int>(selection.rows.size())));
    m_all->setText(counted ? tr("Choose all %1 that match").arg(number) : tr("Choose all that match"));
    m_all->setVisible(!selection.everything && (!counted || selection.rows.size() < total) && total > 0);
    m_none->setVisible(!selection.isEmpty());
    m_export->setEnabled(total > 0);
}

void SelectionBar::fillExportMenu()
{
    m_exportMenu->clear();
    const InstanceSelection selection = m_list.selection();
    if (!selection.rows.isEmpty()) {
        const int count = static_cast<int>(selection.rows.size());
        m_exportMenu->addAction(tr("%n chosen as CSV…", nullptr, count), this,
                                [this] { askWhere(RowFormat::AsCsv, false); });
        m_exportMenu->addAction(tr("%n chosen as JSON…", nullptr, count), this,
                                [this] { askWhere(RowFormat::AsJson, false); });
        m_exportMenu->addSeparator();
    }
    m_exportMenu->addAction(tr("All that match as CSV…"), this, [this] { askWhere(RowFormat::AsCsv, true); });
    m_exportMenu->addAction(tr("All that match as JSON…"), this, [this] { askWhere(RowFormat::AsJson, true); });
}

void SelectionBar::askWhere(RowFormat format, bool everything)
{
    askExportPath(this, tr("Export instances"), u"instances"_s, format,
                  [this, format, everything](const QString &path) { exportTo(path, format, everything); });
}

void SelectionBar::exportTo(const QString &path, RowFormat format, bool everything)
{
    InstanceSelection selection = m_list.selection();
    selection.everything = selection.everything || everything;
    auto owned = std::make_unique<InstanceExport>(m_context.console.instances, m_context.console.clock);
    InstanceExport *job = owned.get();
    const QString file = QDir::toNativeSeparators(path);
    const int work = m_context.navigator.beginWork(tr("Exporting instances"), [this, job] {
        job->cancel();
        endExport(job);
    });
    m_running.push_back({std::move(owned), work});
    connect(job, &InstanceExport::progressed, this,
            [this, work](qint64 rows, qint64 total) { m_context.navigator.setWorkProgress(work, rows, total); });
    connect(job, &InstanceExport::finished, this, [this, job, file] {
        const QString number = QLocale().toString(job->written());
        m_context.navigator.showMessage(tr("Saved %1 instances as %2").arg(number, file));
        endExport(job);
    });
    connect(job, &InstanceExport::failed, this, [this, job](const Error &error) {
        m_context.navigator.showError(error);
        endExport(job);
    });
    job->start(selection, path, format);
}

void SelectionBar::endExport(InstanceExport *job)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [job](const Running &running) { return running.job.get() == job; });
    if (found == m_running.end())
        return;
    m_context.navigator.endWork(found->work);
    job->disconnect(this);
    found->job.release()->deleteLater(); // it may be what is telling its end right now
    m_running.erase(found);
}

} // namespace podium
