// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/runcard.h"

#include "models/items/instancecolumns.h"
#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statebadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// The letter as on the graph; a screen reader hears it from the link.
class RunLetter : public QWidget
{
public:
    explicit RunLetter(RunShare which)
        : m_which(which)
    {
        setFixedSize(26, 26);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintRunBadge(painter, QRectF(rect()).center(), 12, m_which, GraphStyle(palette(), font()));
    }

private:
    RunShare m_which;
};

} // namespace

RunCard::RunCard(RunShare which, QWidget *parent)
    : QWidget(parent)
    , m_letter(runLetter(which))
    , m_link(new QPushButton)
    , m_badge(new StateBadge)
    , m_facts(plainLabel())
    , m_error(plainLabel())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::s);
    top->addWidget(new RunLetter(which));
    m_link->setFlat(true);
    m_link->setFont(strongFont(m_link->font()));
    m_link->setMinimumWidth(60);
    m_link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    top->addWidget(m_link, 0);
    top->addWidget(m_badge, 0, Qt::AlignVCenter);
    m_change = iconButton(u"edit"_s, tr("Choose another run as %1").arg(m_letter), this);
    top->addWidget(m_change);
    top->addStretch(1);
    column->addLayout(top);
    for (QLabel *label : {m_facts, m_error}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setIndent(34);
        column->addWidget(label);
    }
    setMuted(m_facts);
    m_facts->setAccessibleName(tr("Version, start and duration of run %1").arg(m_letter));
    m_error->setAccessibleName(tr("Error of run %1").arg(m_letter));
    m_badge->hide();
    m_error->hide();
    connect(m_link, &QPushButton::clicked, this, &RunCard::openRequested);
    connect(m_change, &QToolButton::clicked, this, &RunCard::changeRequested);
}

void RunCard::setId(const QString &id)
{
    m_name = id.left(8);
    m_factTexts.clear();
    m_errorText.clear();
    m_badge->hide();
    m_error->hide();
    m_link->setAccessibleName(tr("Open run %1, %2").arg(m_letter, id));
    m_link->setToolTip(plainToolTip(id));
    fit();
}

void RunCard::setRun(const WorkflowInstance &run, const ItemTexts &texts, const QDateTime &nowUtc)
{
    m_name = singleLine(run.businessKey.isEmpty() ? run.id.left(8) : run.businessKey, 120);
    m_link->setAccessibleName(tr("Open run %1, %2").arg(m_letter, m_name));
    m_link->setToolTip(plainToolTip(run.businessKey.isEmpty() ? run.id : run.businessKey + u'\n' + run.id));
    m_badge->setState(run.state);
    m_badge->show();
    const qint64 took = durationOf(run, nowUtc);
    const QString duration =
        isFinal(run.state) ? tr("took %1").arg(texts.durationOf(took)) : tr("%1 so far").arg(texts.durationOf(took));
    QStringList facts;
    if (!run.version.isEmpty())
        facts << tr("Version %1").arg(singleLine(run.version, 40));
    facts << tr("started %1").arg(texts.timeOf(run.start));
    if (took >= 0)
        facts << duration;
    m_factTexts = facts.join(u" \u00B7 "_s);
    const bool failed = run.state == InstanceState::Error && run.error;
    m_errorText = failed ? singleLine(run.error->message, 600) : QString();
    m_error->setVisible(!m_errorText.isEmpty());
    m_error->setToolTip(failed ? plainToolTip(run.error->message) : QString());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, toneColor(Tone::Danger, palette));
    m_error->setPalette(palette);
    fit();
}

void RunCard::fit()
{
    const auto elided = [](const QWidget *widget, const QString &text, int width) {
        return widget->fontMetrics().elidedText(text, Qt::ElideRight, std::max(20, width));
    };
    const int room = width() - 34 - m_badge->sizeHint().width() - m_change->sizeHint().width() - 4 * space::l;
    m_link->setText(elided(m_link, m_name, room).replace(u'&', "&&"_L1));
    m_facts->setText(elided(m_facts, m_factTexts, width() - 36));
    m_facts->setToolTip(plainToolTip(m_factTexts));
    m_error->setText(elided(m_error, m_errorText, width() - 36));
}

void RunCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace podium
