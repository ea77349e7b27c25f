// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/events/eventattributes.h"

#include "models/items/itemtexts.h"
#include "ui/pages/events/extensionlist.h"
#include "ui/pages/events/fieldmarks.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostText = 2048;

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(strongFont(label->font()));
    return label;
}

QString textOf(const EventTarget &target)
{
    const QString url = target.url.toDisplayString();
    return target.kind == EventTarget::Kind::Runtime ? EventAttributes::tr("Runtime %1").arg(url)
                                                     : EventAttributes::tr("Broker or channel %1").arg(url);
}

QString textOf(const AwaitedEvent &event)
{
    const QString name = singleLine(event.name, 80);
    return event.starts ? EventAttributes::tr("%1 – starts a run").arg(name) : name;
}

/// What the runtime finds the instance by, or names it after.
QList<ExtensionList::Known> knownFor(const AwaitedEvent *event, const EventAttributes::Proposal &proposal)
{
    QList<ExtensionList::Known> known;
    const bool starts = event && event->starts && proposal.instanceId.isEmpty();
    if (starts)
        known << ExtensionList::Known{kBusinessKeyExtension, EventAttributes::tr("Business key of the new run"),
                                      proposal.businessKey};
    else
        known << ExtensionList::Known{kInstanceExtension, EventAttributes::tr("Id of the instance that goes on"),
                                      proposal.instanceId};
    for (const QString &name : event ? event->correlations : QStringList())
        known << ExtensionList::Known{
            name, EventAttributes::tr("The workflow tells by it which instance is meant"), {}};
    return known;
}

} // namespace

EventAttributes::EventAttributes(QWidget *parent)
    : QWidget(parent)
    , m_states(new QLabel)
    , m_extensions(new ExtensionList)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::l, space::l);
    column->setSpacing(space::xs);
    m_event = addChoice(column, tr("Event"));
    m_states->setTextFormat(Qt::PlainText);
    m_states->setWordWrap(true);
    setMuted(m_states);
    column->addWidget(m_states);
    column->addSpacing(space::s);
    m_target = addChoice(column, tr("Send to"));
    column->addSpacing(space::s);
    m_mode = addChoice(column, tr("Mode"));
    m_mode->addItem(tr("Binary: attributes in headers, data as body"), static_cast<int>(EventMode::Binary));
    m_mode->addItem(tr("Structured: one JSON document"), static_cast<int>(EventMode::Structured));
    column->addSpacing(space::l);
    column->addWidget(sectionLabel(tr("Attributes"), this));
    addLine(column, u"/type"_s, tr("Type"), u"com.example.order.placed"_s);
    addLine(column, u"/source"_s, tr("Source"), u"shop/till-7"_s);
    addLine(column, u"/subject"_s, tr("Subject"), tr("Optional: what it is about"));
    addLine(column, u"/id"_s, tr("Id"), {});
    column->addSpacing(space::m);
    column->addWidget(sectionLabel(tr("Extensions"), this));
    column->addWidget(m_extensions);
    column->addStretch();
    connect(m_event, &QComboBox::activated, this, [this] {
        choose(chosen());
        Q_EMIT eventChosen();
        Q_EMIT edited();
    });
    for (QComboBox *choice : {m_target, m_mode})
        connect(choice, &QComboBox::activated, this, &EventAttributes::edited);
    connect(m_extensions, &ExtensionList::edited, this, &EventAttributes::edited);
    renewId();
}

QComboBox *EventAttributes::addChoice(QVBoxLayout *column, const QString &name)
{
    auto *label = new QLabel(name, this);
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(20);
    label->setBuddy(choice);
    column->addWidget(label);
    column->addWidget(choice);
    return choice;
}

void EventAttributes::addLine(QVBoxLayout *column, const QString &pointer, const QString &name, const QString &hint)
{
    auto *label = new QLabel(name, this);
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(kMostText);
    label->setBuddy(line);
    QLabel *problem = problemLabel(this);
    column->addWidget(label);
    if (pointer == "/id"_L1) {
        QToolButton *renew = iconButton(u"refresh"_s, tr("Make another id"), this);
        connect(renew, &QToolButton::clicked, this, &EventAttributes::renewId);
        auto *row = new QHBoxLayout;
        row->setSpacing(space::xs);
        row->addWidget(line, 1);
        row->addWidget(renew);
        column->addLayout(row);
    } else {
        column->addWidget(line);
    }
    column->addWidget(problem);
    column->addSpacing(space::s);
    connect(line, &QLineEdit::textEdited, this, &EventAttributes::edited);
    m_fields.insert(pointer, {line, problem});
    m_order << pointer;
}

void EventAttributes::setProposal(const Proposal &proposal, qsizetype index)
{
    const QUrl target = this->target();
    m_proposal = proposal;
    m_event->clear();
    for (const AwaitedEvent &event : proposal.events)
        m_event->addItem(textOf(event));
    m_event->addItem(tr("Another event"));
    m_target->clear();
    for (const EventTarget &each : proposal.targets)
        m_target->addItem(textOf(each), each.url);
    m_target->setPlaceholderText(tr("The environment lists no runtime and no broker"));
    m_target->setEnabled(!proposal.targets.isEmpty());
    setTarget(target);
    const auto count = static_cast<int>(proposal.events.size());
    m_event->setCurrentIndex(index >= 0 ? static_cast<int>(index) : count);
    choose(index);
}

void EventAttributes::chooseEvent(qsizetype index)
{
    if (index == chosen())
        return;
    m_event->setCurrentIndex(index >= 0 ? static_cast<int>(index) : m_event->count() - 1);
    choose(index);
    Q_EMIT eventChosen();
}

void EventAttributes::choose(qsizetype index)
{
    const AwaitedEvent *event = index >= 0 ? &m_proposal.events.at(index) : nullptr;
    m_extensions->setKnown(knownFor(event, m_proposal));
    if (event) {
        m_fields[u"/type"_s].line->setText(event->type);
        m_fields[u"/source"_s].line->setText(event->source);
    }
    if (line(u"/source"_s).isEmpty())
        m_fields[u"/source"_s].line->setText(u"podium"_s);
    QString states;
    if (event && event->starts)
        states = tr("A run begins with it in the state “%1”.").arg(singleLine(event->states.value(0), 80));
    else if (event)
        states = tr("Waited for in: %1").arg(singleLine(event->states.join(u", "_s), 200));
    m_states->setText(states);
    m_states->setVisible(!states.isEmpty());
    showProblems({}, false);
}

void EventAttributes::setBusinessKey(const QString &key)
{
    m_proposal.businessKey = key;
    if (startsRun())
        m_extensions->setExtensions({{kBusinessKeyExtension, key}});
}

QString EventAttributes::line(const QString &pointer) const
{
    return m_fields.value(pointer).line->text().trimmed();
}

CloudEvent EventAttributes::event() const
{
    CloudEvent event;
    event.type = line(u"/type"_s);
    event.source = line(u"/source"_s);
    event.subject = line(u"/subject"_s);
    event.id = line(u"/id"_s);
    event.extensions = m_extensions->extensions();
    return event;
}

void EventAttributes::setEvent(const CloudEvent &event)
{
    qsizetype index = -1;
    for (qsizetype i = 0; i < m_proposal.events.size() && index < 0; ++i) {
        if (m_proposal.events.at(i).type == event.type)
            index = i;
    }
    m_event->setCurrentIndex(index >= 0 ? static_cast<int>(index) : m_event->count() - 1);
    choose(index);
    m_fields[u"/type"_s].line->setText(event.type);
    m_fields[u"/source"_s].line->setText(event.source);
    m_fields[u"/subject"_s].line->setText(event.subject);
    m_extensions->setExtensions(event.extensions);
}

void EventAttributes::renewId()
{
    m_fields[u"/id"_s].line->setText(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

EventMode EventAttributes::mode() const
{
    return static_cast<EventMode>(m_mode->currentData().toInt());
}

void EventAttributes::setMode(EventMode mode)
{
    m_mode->setCurrentIndex(qMax(0, m_mode->findData(static_cast<int>(mode))));
}

QUrl EventAttributes::target() const
{
    return m_target->currentData().toUrl();
}

void EventAttributes::setTarget(const QUrl &url)
{
    const int index = url.isEmpty() ? -1 : m_target->findData(url);
    m_target->setCurrentIndex(index < 0 && m_target->count() > 0 ? 0 : index);
}

qsizetype EventAttributes::chosen() const
{
    return m_event->currentIndex() < m_proposal.events.size() ? m_event->currentIndex() : -1;
}

bool EventAttributes::startsRun() const
{
    const qsizetype index = chosen();
    return index >= 0 && m_proposal.events.at(index).starts && m_proposal.instanceId.isEmpty();
}

void EventAttributes::showProblems(const QList<FieldError> &problems, bool moveThere)
{
    QLineEdit *first = nullptr;
    for (const QString &pointer : std::as_const(m_order)) {
        const Field field = m_fields.value(pointer);
        showProblem(field.line, field.problem, messageAt(problems, pointer));
        if (!first && !field.problem->text().isEmpty())
            first = field.line;
    }
    m_extensions->showProblems(problems);
    if (!moveThere)
        return;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    else
        m_extensions->focusProblem();
}

void EventAttributes::focusFirst()
{
    m_event->setFocus(Qt::OtherFocusReason);
}

} // namespace podium
