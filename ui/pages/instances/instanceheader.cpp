// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instanceheader.h"

#include "models/items/instancecolumns.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/statebadge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString menuText(InstanceAction action)
{
    return action == InstanceAction::Rerun ? InstanceHeader::tr("Rerun with the same input…")
                                           : InstanceHeader::tr("Rerun, edit the input first");
}

} // namespace

InstanceHeader::InstanceHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_badge(new StateBadge)
    , m_workflow(new QPushButton(tr("Workflow")))
    , m_id(new IdLabel)
    , m_menu(new QMenu(this))
    , m_resume(
          m_menu->addAction(themedIcon(u"event"_s), tr("Resume with an event…"), this, &InstanceHeader::eventRequested))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::m);
    layout->setSpacing(space::s);

    auto *top = new QHBoxLayout;
    top->setSpacing(space::m);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(titleFont(m_title->font()));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setMinimumWidth(80);
    m_title->installEventFilter(this); // its width decides how much of the name is shown
    top->addWidget(m_title, 1);
    top->addWidget(m_badge, 0, Qt::AlignVCenter);
    top->addSpacing(space::m);
    m_workflow->setFlat(true);
    m_workflow->setIcon(themedIcon(u"workflow"_s));
    m_workflow->setToolTip(tr("Open the workflow of this instance"));
    connect(m_workflow, &QPushButton::clicked, this, &InstanceHeader::workflowRequested);
    top->addWidget(m_workflow);
    for (const InstanceAction action : {InstanceAction::Retry, InstanceAction::Skip, InstanceAction::Abort}) {
        auto *button = new QPushButton(themedIcon(actionIcon(action)), actionName(action));
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT triggered(action); });
        m_buttons[static_cast<std::size_t>(action)] = button;
        top->addWidget(button);
    }
    m_rerun = makeRerun();
    top->addWidget(m_rerun);
    auto *more = iconButton(u"more"_s, tr("More actions"), this);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_menu);
    top->addWidget(more);
    layout->addLayout(top);

    auto *facts = new QHBoxLayout;
    facts->setSpacing(space::xl);
    m_id->setAccessibleName(tr("Instance id"));
    m_id->setMinimumWidth(120);
    m_id->setMaximumWidth(360);
    facts->addWidget(m_id);
    m_key = addFact(facts, tr("Business key"));
    m_started = addFact(facts, tr("Started"));
    m_ended = addFact(facts, tr("Ended"));
    m_duration = addFact(facts, tr("Took"));
    facts->addStretch(1);
    layout->addLayout(facts);
    updateButtons();
}

QToolButton *InstanceHeader::makeRerun()
{
    auto *button = new QToolButton;
    button->setText(actionName(InstanceAction::Rerun));
    button->setIcon(themedIcon(actionIcon(InstanceAction::Rerun)));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    for (const InstanceAction action : {InstanceAction::Rerun, InstanceAction::RerunEdited})
        menu->addAction(themedIcon(actionIcon(action)), menuText(action), this,
                        [this, action] { Q_EMIT triggered(action); });
    addActions(menu->actions()); // for the palette
    addAction(m_resume);
    button->setMenu(menu);
    return button;
}

InstanceHeader::Fact InstanceHeader::addFact(QHBoxLayout *row, const QString &caption)
{
    Fact fact;
    fact.box = new QWidget;
    auto *line = new QHBoxLayout(fact.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(captionLabel(caption));
    fact.value = plainLabel();
    fact.value->setAccessibleName(caption);
    line->addWidget(fact.value);
    row->addWidget(fact.box);
    return fact;
}

void InstanceHeader::setInstance(const WorkflowInstance &instance, const ItemTexts &texts, const QDateTime &nowUtc)
{
    m_instance = instance;
    const QString name = instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName;
    m_name = singleLine(name, 200);
    m_title->setAccessibleName(m_name);
    showName();
    m_title->setToolTip(plainToolTip(name));
    m_badge->setState(instance.state);
    if (m_id->id() != instance.id)
        m_id->setId(instance.id);
    const auto show = [](const Fact &fact, const QString &text, bool visible) {
        fact.value->setText(text);
        fact.box->setVisible(visible);
    };
    show(m_key, singleLine(instance.businessKey, 40), !instance.businessKey.isEmpty());
    m_key.value->setToolTip(plainToolTip(instance.businessKey));
    show(m_started, texts.timeOf(instance.start), true);
    show(m_ended, texts.timeOf(instance.end), instance.end.isValid());
    show(m_duration, texts.durationOf(durationOf(instance, nowUtc)), durationOf(instance, nowUtc) >= 0);
    updateButtons();
}

void InstanceHeader::showName()
{
    m_title->setText(m_title->fontMetrics().elidedText(m_name, Qt::ElideRight, m_title->width()));
}

bool InstanceHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::Resize)
        showName();
    return QWidget::eventFilter(watched, event);
}

void InstanceHeader::setRules(std::function<ActionRule(InstanceAction)> rules)
{
    m_rules = std::move(rules);
    updateButtons();
}

ActionRule InstanceHeader::rule(InstanceAction action) const
{
    return m_rules ? m_rules(action) : ruleFor(action, m_instance);
}

void InstanceHeader::updateButtons()
{
    for (const InstanceAction action : {InstanceAction::Retry, InstanceAction::Skip, InstanceAction::Abort}) {
        const ActionRule now = rule(action);
        QPushButton *each = button(action);
        each->setEnabled(now.allowed);
        each->setToolTip(plainToolTip(now.reason));
        each->setAccessibleDescription(now.reason);
    }
    m_resume->setEnabled(!m_instance.id.isEmpty() && !isFinal(m_instance.state));
    const ActionRule rerun = rule(InstanceAction::Rerun);
    m_rerun->setEnabled(rerun.allowed);
    const QList<QAction *> reruns = m_rerun->menu()->actions();
    for (QAction *action : reruns)
        action->setEnabled(m_rerun->isEnabled());
    m_rerun->setToolTip(plainToolTip(rerun.reason));
    m_rerun->setAccessibleDescription(rerun.reason);
    setButtonTone(button(InstanceAction::Retry), m_instance.state == InstanceState::Error ? Tone::Info : Tone::Neutral);
}

} // namespace podium
