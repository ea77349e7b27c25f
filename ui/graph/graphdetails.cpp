// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphdetails.h"

#include "models/graph/graphtexts.h"
#include "ui/graph/graphheat.h"
#include "ui/graph/graphstyle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 2000;
constexpr int kMostLinks = 40;

QLabel *textLabel(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text.left(kLongest));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A word of 10,000 letters must not make the panel as wide.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

QLabel *caption(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    setMuted(label);
    return label;
}

QLabel *sectionTitle(const QString &text)
{
    QLabel *label = caption(text);
    label->setFont(strongFont(label->font()));
    return label;
}

QFormLayout *formIn(QWidget *widget)
{
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(space::xs);
    form->setHorizontalSpacing(space::m);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    return form;
}

void addRow(QFormLayout *form, const QString &name, const QString &text)
{
    QLabel *value = textLabel(text);
    value->setAccessibleName(name);
    form->addRow(caption(name), value);
}

} // namespace

GraphDetails::GraphDetails(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Details of the state"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    rebuild();
}

void GraphDetails::setNode(const SharedWhole &whole, int node)
{
    if (whole == m_whole && node == m_node)
        return;
    m_whole = whole;
    m_node = node;
    rebuild();
}

void GraphDetails::setOverlay(const std::optional<NodeOverlay> &overlay)
{
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    updateFacts();
}

void GraphDetails::setHeat(const std::optional<NodeHeat> &heat, int runs)
{
    if (heat == m_heat && runs == m_runs)
        return;
    m_heat = heat;
    m_runs = runs;
    updateFacts();
}

void GraphDetails::setRuns(const QStringList &outcomes)
{
    if (outcomes == m_outcomes)
        return;
    m_outcomes = outcomes;
    updateFacts();
}

void GraphDetails::rebuild()
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::s);
    m_facts = nullptr;
    if (!m_whole || m_node < 0 || m_node >= m_whole->model.nodes.size()) {
        QLabel *hint = textLabel(tr("Select a state to read what it does and where it leads."));
        setMuted(hint);
        column->addWidget(hint);
    } else {
        addHeading(column);
        addFacts(column);
        addLines(column);
        addLinks(column, tr("Leads to"), true);
        addLinks(column, tr("Comes from"), false);
    }
    column->addStretch();
    setWidget(content);
}

void GraphDetails::addHeading(QVBoxLayout *column)
{
    const GraphNode &node = m_whole->model.nodes.at(m_node);
    QLabel *title = textLabel(clipped(node.title, 300));
    title->setFont(strongFont(title->font()));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(iconOf(node)).pixmap(16, 16));
    row->addWidget(icon, 0, Qt::AlignTop);
    const QString kind = displayName(node.kind);
    QLabel *type = textLabel(node.subtitle.isEmpty() || node.subtitle == kind
                                 ? kind
                                 : tr("%1 · %2", "type of a state · what it does").arg(kind, node.subtitle));
    row->addWidget(type, 1);
    column->addLayout(row);
}

void GraphDetails::addFacts(QVBoxLayout *column)
{
    m_facts = new QWidget;
    m_facts->setObjectName(u"facts"_s);
    new QVBoxLayout(m_facts);
    m_facts->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_facts);
    updateFacts();
}

void GraphDetails::updateFacts()
{
    if (!m_facts)
        return;
    const bool any = m_overlay || m_heat || !m_outcomes.isEmpty();
    m_facts->setVisible(any);
    if (QLayoutItem *old = m_facts->layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    if (!any)
        return;
    auto *rows = new QWidget;
    QFormLayout *form = formIn(rows);
    if (m_overlay)
        addRunFacts(form);
    if (m_heat)
        addHeatFacts(form);
    if (m_outcomes.size() == 2) {
        addRow(form, tr("Run A"), m_outcomes.at(0));
        addRow(form, tr("Run B"), m_outcomes.at(1));
    }
    m_facts->layout()->addWidget(rows);
}

void GraphDetails::addRunFacts(QFormLayout *form) const
{
    addRow(form, tr("Run"), displayName(m_overlay->state));
    if (m_overlay->durationMs >= 0)
        addRow(form, tr("Took"), durationText(m_overlay->durationMs));
    if (m_overlay->enter.isValid())
        addRow(form, tr("Entered"), timeToolTip(m_overlay->enter));
    if (m_overlay->exit.isValid())
        addRow(form, tr("Left"), timeToolTip(m_overlay->exit));
    if (m_overlay->visits > 1)
        addRow(form, tr("Visits"), QString::number(m_overlay->visits));
    if (m_overlay->retriggers > 0)
        addRow(form, tr("Retried"), QString::number(m_overlay->retriggers));
    if (!m_overlay->error.isEmpty())
        addRow(form, tr("Error"), m_overlay->error);
}

void GraphDetails::addHeatFacts(QFormLayout *form) const
{
    addRow(form, tr("Runs"), tr("%1 of %2", "runs that reached a state").arg(m_heat->runs).arg(m_runs));
    if (m_heat->runs == 0)
        return;
    addRow(form, tr("Visits"), QString::number(m_heat->visits));
    addRow(form, tr("Failed in"),
           m_heat->failures == 0 ? tr("none")
                                 : tr("%1 of %2 (%3)", "runs")
                                       .arg(m_heat->failures)
                                       .arg(m_heat->runs)
                                       .arg(shareText(m_heat->failureRate())));
    addRow(form, tr("Usually takes"),
           m_heat->medianMs < 0 ? tr("unknown") : tr("%1 (median)").arg(durationText(m_heat->medianMs)));
}

void GraphDetails::addLines(QVBoxLayout *column)
{
    const GraphNode &node = m_whole->model.nodes.at(m_node);
    auto *rows = new QWidget;
    QFormLayout *form = formIn(rows);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows); // long names need all the width
    for (const QString &detail : node.details) {
        const qsizetype colon = detail.indexOf(": "_L1);
        if (colon > 0 && colon < 40) {
            QLabel *value = textLabel(detail.mid(colon + 2));
            value->setAccessibleName(detail.left(colon));
            form->addRow(caption(detail.left(colon)), value);
        } else {
            form->addRow(textLabel(detail));
        }
    }
    column->addWidget(rows);
    auto *badges = new QWidget;
    form = formIn(badges);
    for (const GraphBadge &badge : node.badges) {
        auto *mark = new QLabel;
        mark->setPixmap((badge.kind == GraphBadge::Kind::Problem ? themedIcon(iconOf(badge.kind), Tone::Danger)
                                                                 : themedIcon(iconOf(badge.kind)))
                            .pixmap(16, 16));
        form->addRow(mark, textLabel(badge.text));
    }
    if (node.sourceLine > 0)
        form->addRow(caption(tr("Line")), textLabel(QString::number(node.sourceLine)));
    column->addWidget(badges);
}

void GraphDetails::addLinks(QVBoxLayout *column, const QString &title, bool outgoing)
{
    const auto &edges = (outgoing ? m_whole->outgoing : m_whole->incoming)[static_cast<size_t>(m_node)];
    int shown = 0;
    for (const int e : edges) {
        const GraphEdge &edge = m_whole->model.edges.at(e);
        if (edge.kind == GraphEdge::Kind::Inner)
            continue;
        if (shown++ == 0) {
            column->addSpacing(space::xs);
            column->addWidget(sectionTitle(title));
        }
        if (shown > kMostLinks)
            continue;
        const int other = outgoing ? edge.to : edge.from;
        const QString name = m_whole->model.nodes.at(other).title;
        auto *link = new QToolButton;
        link->setText(u' ' + clipped(name, 48).replace(u'&', "&&"_L1));
        link->setIcon(themedIcon(outgoing ? u"forward"_s : u"back"_s));
        link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        link->setAutoRaise(true);
        link->setFocusPolicy(Qt::StrongFocus);
        const QString which = outgoing ? tr("Leads to %1").arg(clipped(name, 200))
                                       : tr("Comes from %1").arg(clipped(name, 200));
        const QString condition = (edge.detail.isEmpty() ? edge.label : edge.detail).trimmed();
        link->setAccessibleName(condition.isEmpty() ? which : tr("%1, %2").arg(which, clipped(condition, 300)));
        connect(link, &QToolButton::clicked, this, [this, other, e] { Q_EMIT linkActivated(other, e); });
        column->addWidget(link);
        if (condition.isEmpty())
            continue;
        QLabel *text = textLabel(condition);
        text->setIndent(space::xl);
        setMuted(text);
        column->addWidget(text);
    }
    if (shown > kMostLinks)
        column->addWidget(textLabel(tr("and %n more: see the outline", nullptr, shown - kMostLinks)));
}

} // namespace podium
