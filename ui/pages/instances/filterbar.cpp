// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/filterbar.h"

#include "models/filter/filtertexts.h"
#include "models/services/instanceservice.h"
#include "models/services/sessionservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/instances/conditionchip.h"
#include "ui/pages/instances/conditioneditor.h"
#include "ui/pages/instances/filterfield.h"
#include "ui/pages/instances/statechips.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

FilterBar::FilterBar(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(new FilterField)
    , m_problem(new QLabel)
    , m_states(new StateChips)
    , m_add(new QToolButton)
    , m_addMenu(new QMenu(m_add))
    , m_clear(new QPushButton(themedIcon(u"close"_s), tr("Clear filters")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, 0, space::xl, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(makeLine());
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("tone", u"danger"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(makeChips());
    connect(m_field, &FilterField::entered, this, &FilterBar::takeLine);
    connect(m_field, &FilterField::left, this, &FilterBar::leaveLine);
    connect(m_field, &FilterField::idEntered, this, [this](const QString &id) {
        leaveLine();
        Q_EMIT idEntered(id);
    });
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_states, &StateChips::changed, this, &FilterBar::takeStates);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        change({});
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(m_addMenu, &QMenu::aboutToShow, this, &FilterBar::fillAddMenu);
}

QWidget *FilterBar::makeLine()
{
    auto *line = new QWidget;
    m_controls = new QHBoxLayout(line);
    m_controls->setContentsMargins(0, 0, 0, 0);
    m_controls->setSpacing(space::s);
    m_controls->addWidget(m_field, 1);
    m_clear->setFlat(true);
    m_clear->hide();
    m_controls->addWidget(m_clear);
    return line;
}

QWidget *FilterBar::makeChips()
{
    auto *chips = new QWidget;
    m_flow = new FlowLayout(space::s, chips);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_states);
    m_add->setText(tr("Add filter"));
    m_add->setIcon(themedIcon(u"add"_s));
    m_add->setIconSize({14, 14});
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setMenu(m_addMenu);
    m_addMenu->setToolTipsVisible(true);
    m_flow->addWidget(m_add);
    return chips;
}

void FilterBar::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

ConditionEditor *FilterBar::editor() const
{
    return m_editor;
}

void FilterBar::read()
{
    m_readingFields = deliver(m_context.console.instances.filterable(), this, [this](Result<InstanceFields> fields) {
        if (!fields)
            return; // the list beside it says what is wrong
        m_words.supported = *fields;
        m_field->setWords(m_words);
        rebuildChips();
    });
    const QString user = m_context.console.session.user().username;
    m_words.users = user.isEmpty() ? QStringList() : QStringList{user};
    m_field->setWords(m_words);
}

void FilterBar::readWorkflows()
{
    const auto take = [this](const Result<QList<WorkflowDefinition>> &list) {
        if (!list)
            return;
        m_words.workflows.clear();
        m_words.versions.clear();
        for (const WorkflowDefinition &definition : *list) {
            m_words.workflows << definition.id;
            m_words.versions << definition.version;
        }
        for (QStringList *words : {&m_words.workflows, &m_words.versions}) {
            words->removeAll(QString());
            words->removeDuplicates();
            words->sort(Qt::CaseInsensitive);
        }
        m_field->setWords(m_words);
    };
    m_readingWorkflows = deliver(m_context.console.catalog.list(), this, take);
}

void FilterBar::setFilter(const InstanceFilter &filter)
{
    m_filter = filter;
    showFilter();
}

void FilterBar::setLine(const QString &line)
{
    const ParsedFilter parsed = filterFromLine(line);
    setFilter(parsed.isFine() ? parsed.filter : InstanceFilter());
    if (parsed.isFine())
        return;
    m_field->setText(line);
    showProblem(parsed.problem);
}

void FilterBar::clear()
{
    setFilter({});
}

void FilterBar::change(const InstanceFilter &filter)
{
    const bool isNew = filter != m_filter;
    setFilter(filter);
    if (isNew)
        Q_EMIT changed();
}

void FilterBar::showFilter()
{
    m_field->setText(toLine(m_filter));
    m_field->setCursorPosition(static_cast<int>(m_field->text().size()));
    showProblem({});
    m_states->setStates(m_filter.states());
    m_clear->setVisible(!m_filter.isEmpty());
    rebuildChips();
}

void FilterBar::takeLine()
{
    const ParsedFilter parsed = filterFromLine(m_field->text());
    if (!parsed.isFine()) {
        showProblem(parsed.problem);
        if (parsed.length > 0 && m_field->hasFocus())
            m_field->setSelection(static_cast<int>(parsed.at), static_cast<int>(parsed.length));
        return;
    }
    if (const auto refused = unsupported(parsed.filter, m_words.supported); !refused.isEmpty())
        return showProblem(whyNot(refused.constFirst()));
    change(parsed.filter);
}

/// What was typed and not entered is not the filter.
void FilterBar::leaveLine()
{
    m_field->setText(toLine(m_filter));
    showProblem({});
}

void FilterBar::takeStates()
{
    InstanceFilter filter = m_filter;
    filter.setStates(m_states->states());
    change(filter);
}

void FilterBar::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
    if (m_field->property("wrong").toBool() == !text.isEmpty())
        return;
    m_field->setProperty("wrong", !text.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
}

void FilterBar::rebuildChips()
{
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->button()->hasFocus())
            focused = i;
    }
    for (ConditionChip *chip : std::exchange(m_chips, {})) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be what is telling of a key right now
    }
    QWidget *before = m_states;
    for (qsizetype i = 0; i < m_filter.conditions.size(); ++i) {
        const InstanceCondition condition = m_filter.conditions.at(i);
        if (condition.field == InstanceField::State)
            continue; // the switches show it
        const QString problem = m_words.supported.contains(condition.field) ? QString() : whyNot(condition.field);
        auto *chip = new ConditionChip(condition, problem, this);
        const qsizetype at = m_chips.size();
        connect(chip, &ConditionChip::editWanted, this,
                [this, chip, i] { edit(i, m_filter.conditions.at(i).field, chip); });
        connect(chip, &ConditionChip::removeWanted, this, [this, i] { remove(i); });
        connect(chip, &ConditionChip::stepWanted, this, [this, at](int by) { focusChip(at + by); });
        m_flow->insertWidget(m_flow->count() - 1, chip);
        chip->show();
        QWidget::setTabOrder(before, chip->button());
        before = chip->button();
        m_chips << chip;
    }
    QWidget::setTabOrder(before, m_add);
    if (focused >= 0)
        focusChip(qMin(focused, m_chips.size() - 1));
}

void FilterBar::focusChip(qsizetype index)
{
    if (index >= 0 && index < m_chips.size())
        m_chips.at(index)->button()->setFocus(Qt::TabFocusReason);
    else if (index >= m_chips.size() || m_chips.isEmpty())
        m_add->setFocus(Qt::TabFocusReason);
}

void FilterBar::fillAddMenu()
{
    m_addMenu->clear();
    for (const InstanceField field : allInstanceFields()) {
        if (field == InstanceField::State)
            continue;
        const bool known = m_words.supported.contains(field);
        const bool taken = !isRepeatable(field) && !m_filter.valuesOf(field).isEmpty();
        QAction *action = m_addMenu->addAction(themedIcon(iconOf(field)), displayName(field), this,
                                               [this, field] { edit(-1, field, m_add); });
        action->setEnabled(known && !taken);
        if (!known)
            action->setToolTip(whyNot(field));
        else if (taken)
            action->setToolTip(tr("It is there already: edit it to look for one or another."));
        else
            action->setToolTip(hintOf(field));
    }
    QAction *duration = m_addMenu->addAction(themedIcon(u"clock"_s), tr("Duration"));
    duration->setEnabled(false);
    duration->setToolTip(tr("Data Index cannot filter by duration."));
}

void FilterBar::edit(qsizetype index, InstanceField field, QWidget *anchor)
{
    const InstanceCondition condition = index < 0 ? InstanceCondition{field, {}, {}} : m_filter.conditions.at(index);
    m_editor = new ConditionEditor(condition, m_words, this);
    connect(m_editor, &ConditionEditor::accepted, this,
            [this, index](const InstanceCondition &accepted) { replace(index, accepted); });
    m_editor->openAt(anchor);
}

void FilterBar::replace(qsizetype index, const InstanceCondition &condition)
{
    InstanceFilter filter = m_filter;
    if (index >= 0 && index < filter.conditions.size())
        filter.conditions[index] = condition;
    else
        filter.conditions << condition;
    change(filter);
}

void FilterBar::remove(qsizetype index)
{
    InstanceFilter filter = m_filter;
    if (index < 0 || index >= filter.conditions.size())
        return;
    filter.conditions.removeAt(index);
    change(filter);
}

} // namespace podium
