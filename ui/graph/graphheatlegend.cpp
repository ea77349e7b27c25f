// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphheatlegend.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

/// The colours from the lowest to the highest level.
class HeatScaleBar : public QWidget
{
public:
    HeatScaleBar()
    {
        setFixedHeight(12);
        setMinimumWidth(56);
        setMaximumWidth(140);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {140, 12}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QLinearGradient gradient(0, 0, width(), 0);
        for (int i = 0; i <= 12; ++i)
            gradient.setColorAt(i / 12.0, heatColor(i / 12.0, isDark(palette())));
        painter.setPen(QPen(lineColor(palette()), 1));
        painter.setBrush(gradient);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
};

namespace {

QLabel *smallLabel(const QString &accessibleName)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleName(accessibleName);
    return label;
}

} // namespace

GraphHeatLegend::GraphHeatLegend(QWidget *parent)
    : QWidget(parent)
    , m_problem(new Banner)
{
    setAccessibleName(tr("What the colours of the graph mean"));
    m_problem->setClosable(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_problem);
    column->addWidget(makeChoices());
    column->addWidget(makeScale());
    setFocusProxy(m_measure);
}

QWidget *GraphHeatLegend::makeChoices()
{
    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(space::m, space::s, space::m, 0);
    row->setSpacing(space::s);
    m_measure = new QComboBox;
    m_measure->setAccessibleName(tr("Colour by"));
    m_measure->setToolTip(tr("By what the states are coloured"));
    m_measure->addItem(tr("Runs"), int(HeatMeasure::Runs));
    m_measure->addItem(tr("Failures"), int(HeatMeasure::Failures));
    m_measure->addItem(tr("Duration"), int(HeatMeasure::Duration));
    connect(m_measure, &QComboBox::activated, this,
            [this] { Q_EMIT measureChosen(HeatMeasure(m_measure->currentData().toInt())); });
    row->addWidget(m_measure);
    m_count = new QComboBox;
    m_count->setAccessibleName(tr("How many runs"));
    m_count->setToolTip(tr("Of how many runs, the newest first"));
    for (const int count : counts())
        m_count->addItem(tr("last %n run(s)", nullptr, count), count);
    connect(m_count, &QComboBox::activated, this, [this] { Q_EMIT countChosen(m_count->currentData().toInt()); });
    row->addWidget(m_count);
    row->addStretch(1);
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setToolTip(tr("Read no more runs: the colours stand for those that are read"));
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &GraphHeatLegend::stopRequested);
    row->addWidget(m_stop);
    m_refresh = iconButton(u"refresh"_s, tr("Read the runs again"), choices);
    connect(m_refresh, &QToolButton::clicked, this, &GraphHeatLegend::refreshRequested);
    row->addWidget(m_refresh);
    QToolButton *close = iconButton(u"close"_s, tr("Colours off (Esc)"), choices);
    connect(close, &QToolButton::clicked, this, &GraphHeatLegend::closeRequested);
    row->addWidget(close);
    for (QToolButton *button : {m_refresh, close})
        button->setIconSize({16, 16});
    return choices;
}

QWidget *GraphHeatLegend::makeScale()
{
    auto *scale = new QWidget;
    auto *row = new QHBoxLayout(scale);
    row->setContentsMargins(space::m + space::xs, 0, space::m, 0);
    row->setSpacing(space::s);
    m_least = smallLabel(tr("Lowest"));
    row->addWidget(m_least);
    m_bar = new HeatScaleBar;
    row->addWidget(m_bar, 2);
    m_most = smallLabel(tr("Highest"));
    row->addWidget(m_most);
    row->addSpacing(space::xs);
    m_facts = smallLabel(tr("Runs looked at"));
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts->setMinimumWidth(60);
    setMuted(m_facts);
    row->addWidget(m_facts, 3);
    setScale({});
    return scale;
}

const QList<int> &GraphHeatLegend::counts()
{
    static const QList<int> all{20, 100, 500};
    return all;
}

void GraphHeatLegend::setMeasure(HeatMeasure measure)
{
    m_measure->setCurrentIndex(m_measure->findData(int(measure)));
}

void GraphHeatLegend::setCount(int runs)
{
    m_count->setCurrentIndex(m_count->findData(runs));
}

void GraphHeatLegend::setScale(const HeatLook &look)
{
    const bool some = !look.most.isEmpty();
    m_least->setText(look.least);
    m_most->setText(look.most);
    for (QWidget *part :
         {static_cast<QWidget *>(m_least), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_most)})
        part->setVisible(some);
    m_bar->setToolTip(
        look.measure == HeatMeasure::Duration
            ? tr("Half of the runs took no longer. Each step of the scale is a multiple of the one before.")
            : QString());
}

void GraphHeatLegend::setFacts(const QString &text, const QString &more)
{
    m_factsText = text;
    m_factsMore = more;
    showFacts();
}

void GraphHeatLegend::setReading(bool reading, int read, int wanted)
{
    m_progress = !reading ? QString() : tr("Reading: %1 of %n run(s)", nullptr, wanted).arg(read);
    const bool stopHadFocus = m_stop->hasFocus();
    m_stop->setVisible(reading);
    m_refresh->setVisible(!reading);
    if (!reading && stopHadFocus)
        m_measure->setFocus();
    showFacts();
}

void GraphHeatLegend::showFacts()
{
    const QString text = m_progress.isEmpty() ? m_factsText : m_progress;
    m_facts->setText(m_facts->fontMetrics().elidedText(text, Qt::ElideRight, m_facts->width()));
    QStringList lines{text};
    for (const QString &line : {m_progress.isEmpty() ? QString() : m_factsText, m_factsMore}) {
        if (!line.isEmpty())
            lines << line;
    }
    m_facts->setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1));
    m_facts->setAccessibleDescription(lines.join(u". "_s));
}

void GraphHeatLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The label gets its width after this.
    QMetaObject::invokeMethod(this, &GraphHeatLegend::showFacts, Qt::QueuedConnection);
}

void GraphHeatLegend::setProblem(const Error &error)
{
    m_problem->setError(error, tr("Try again"), [this] { Q_EMIT refreshRequested(); });
}

void GraphHeatLegend::clearProblem()
{
    m_problem->clear();
}

void GraphHeatLegend::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closeRequested();
    QWidget::keyPressEvent(event);
}

void GraphHeatLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(QRect(0, 0, width(), 1), lineColor(palette()));
}

} // namespace podium
