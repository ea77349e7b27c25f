// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/summaryview.h"

#include "models/items/instancecolumns.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : singleLine(text, 2000);
}

} // namespace

SummaryView::SummaryView(QWidget *parent)
    : QWidget(parent)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    m_description = plainLabel();
    m_description->setWordWrap(true);
    m_description->setAccessibleName(tr("Description"));
    layout->addWidget(m_description);
    const auto addForm = [layout] {
        auto *form = new QFormLayout;
        form->setHorizontalSpacing(space::l);
        form->setVerticalSpacing(space::s);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
        form->setRowWrapPolicy(QFormLayout::DontWrapRows);
        layout->addLayout(form);
        return form;
    };
    QFormLayout *facts = addForm();
    m_id = addRow(facts, tr("Id"));
    m_version = addRow(facts, tr("Version"));
    m_availability = addRow(facts, tr("Availability"));
    m_endpoint = addRow(facts, tr("Endpoint"));
    m_service = addRow(facts, tr("Service"));
    m_annotations = addRow(facts, tr("Annotations"));
    auto *runs = new QLabel(tr("Recent runs"));
    runs->setFont(strongFont(runs->font()));
    layout->addSpacing(space::s);
    layout->addWidget(runs);
    QFormLayout *numbers = addForm();
    m_success = addRow(numbers, tr("Success"));
    m_duration = addRow(numbers, tr("Usually takes"));
    m_running = addRow(numbers, tr("Not finished"));
    layout->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

QLabel *SummaryView::addRow(QFormLayout *form, const QString &caption)
{
    QLabel *value = plainLabel(u"–"_s);
    value->setWordWrap(true);
    value->setAccessibleName(caption);
    form->addRow(captionLabel(caption), value);
    return value;
}

void SummaryView::setDefinition(const WorkflowDefinition &definition, const Availability &availability)
{
    m_description->setText(definition.description.left(5000));
    m_description->setVisible(!definition.description.isEmpty());
    m_id->setText(orDash(definition.id));
    m_version->setText(orDash(definition.version));
    // An address of the server is text, not a link: a desktop may not reach it, or reach something else.
    m_endpoint->setText(orDash(definition.endpoint));
    m_service->setText(orDash(definition.serviceUrl));
    m_annotations->setText(orDash(definition.annotations.join(u", "_s)));
    switch (availability.state) {
    case Availability::State::Unknown:
        m_availability->setText(u"–"_s);
        break;
    case Availability::State::Checking:
        m_availability->setText(tr("Checking…"));
        break;
    case Availability::State::Available:
        m_availability->setText(tr("Available"));
        break;
    case Availability::State::Unavailable:
        m_availability->setText(tr("Unavailable. %1").arg(availability.reason));
        break;
    }
}

void SummaryView::setRuns(const QList<WorkflowInstance> &runs)
{
    int good = 0;
    int over = 0;
    QList<qint64> durations;
    for (const WorkflowInstance &run : runs) {
        const bool failed = run.state == InstanceState::Error || run.state == InstanceState::Aborted;
        if (run.state != InstanceState::Completed && !failed)
            continue;
        ++over;
        if (failed)
            continue;
        ++good;
        if (const qint64 ms = durationOf(run, {}); ms >= 0)
            durations.append(ms);
    }
    const auto count = static_cast<int>(runs.size());
    m_success->setText(over == 0
                           ? u"–"_s
                           : tr("%1 % of the last %n run(s) that ended", nullptr, over)
                                 .arg(QLocale().toString(100.0 * good / over, 'f', good == over || good == 0 ? 0 : 1)));
    std::sort(durations.begin(), durations.end());
    m_duration->setText(durations.isEmpty() ? u"–"_s
                                            : tr("%1 (median)").arg(durationText(durations.at(durations.size() / 2))));
    m_running->setText(tr("%1 of the last %n run(s)", nullptr, count).arg(QLocale().toString(count - over)));
}

} // namespace podium
