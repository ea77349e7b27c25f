// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/batchbar.h"

#include "ui/pages/jobs/jobactions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

BatchBar::BatchBar(JobActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(themedIcon(u"close"_s), tr("Stop")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, space::xs, space::xl, space::xs);
    row->setSpacing(space::m);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_actions.batch())
            m_actions.batch()->stop();
    });
    connect(&actions, &JobActions::busyChanged, this, &BatchBar::follow);
    connect(&actions, &JobActions::progressed, this, &BatchBar::follow);
    hide();
}

void BatchBar::follow()
{
    const JobBatch *batch = m_actions.batch();
    setVisible(batch);
    if (!batch)
        return;
    const int total = static_cast<int>(batch->items().size());
    const int settled = batch->answered();
    m_progress->setRange(0, total);
    m_progress->setValue(settled);
    m_stop->setEnabled(!batch->isStopping());
    if (batch->isStopping())
        m_text->setText(tr("Stopping: what was sent is waited for"));
    else if (batch->isConfirming())
        m_text->setText(tr("Looking at what the server made of it"));
    else if (batch->verb() == JobBatch::Verb::Cancel)
        m_text->setText(tr("Cancelling jobs: %1 of %2").arg(settled).arg(total));
    else
        m_text->setText(tr("Rescheduling jobs: %1 of %2").arg(settled).arg(total));
}

} // namespace podium
