// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/errorview.h"

#include "models/items/itemtexts.h"
#include "models/services/instanceservice.h"
#include "models/workflow/workflowdocument.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLinesAround = 3;
constexpr int kMostCounted = 50; ///< failures looked at for similar ones

/// Where an action, or else its state, is written; 0 where the text is no workflow or knows neither.
int lineOf(const QByteArray &source, const QString &stateName, const QString &actionName)
{
    const Result<WorkflowDocument> document = readWorkflow(source);
    if (!document)
        return 0;
    for (const State &state : document->states) {
        if (state.name != stateName)
            continue;
        QList<Action> actions = state.actions;
        for (const Branch &branch : state.branches)
            actions += branch.actions;
        for (const EventHandler &handler : state.eventHandlers)
            actions += handler.actions;
        for (const Action &action : std::as_const(actions)) {
            if (!actionName.isEmpty() && (action.name == actionName || action.target.name == actionName))
                return action.span.line;
        }
        return state.span.line;
    }
    return 0;
}

} // namespace

ErrorView::ErrorView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_message(new CodeView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeHead());
    m_message->setAccessibleName(tr("Error message"));
    m_message->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    layout->addWidget(m_message, 2);
    layout->addWidget(makeButtons());
    layout->addWidget(makeExcerpt(), 1);
    setFocusProxy(m_message);
}

QWidget *ErrorView::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(strongFont(m_title->font()));
    m_title->setWordWrap(true);
    m_place = plainLabel();
    m_place->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_place);
    row->addLayout(words, 1);
    m_show = new QPushButton(themedIcon(u"workflow"_s), tr("Show in the graph"));
    row->addWidget(m_show, 0, Qt::AlignTop);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT nodeRequested(m_state, m_definitionId); });
    return head;
}

QWidget *ErrorView::makeButtons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_similar = new QPushButton(themedIcon(u"search"_s), tr("Similar failures"));
    m_stack = new QPushButton;
    auto *copy = new QPushButton(themedIcon(u"copy"_s), tr("Copy"));
    copy->setToolTip(tr("Copies the whole message with its stack"));
    row->addWidget(m_similar);
    row->addWidget(m_stack);
    row->addWidget(copy);
    row->addStretch(1);
    connect(m_similar, &QPushButton::clicked, this, &ErrorView::openSimilar);
    connect(m_stack, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        showMessage();
    });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_instance.error.value_or(InstanceError{}).message); });
    return box;
}

QWidget *ErrorView::makeExcerpt()
{
    m_excerptBox = new QWidget;
    auto *layout = new QVBoxLayout(m_excerptBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    m_sourcePlace = captionLabel({});
    m_openSource = new QPushButton(themedIcon(u"document"_s), tr("Open the source"));
    m_openSource->setFlat(true);
    row->addWidget(m_sourcePlace, 1);
    row->addWidget(m_openSource);
    layout->addLayout(row);
    m_excerpt = new CodeView;
    m_excerpt->setAccessibleName(tr("Where it failed in the definition"));
    m_excerpt->setLineWrapMode(QPlainTextEdit::WidgetWidth); // it would number its lines from 1
    layout->addWidget(m_excerpt, 1);
    m_excerptBox->hide();
    connect(m_openSource, &QPushButton::clicked, this, [this] { Q_EMIT sourceRequested(m_line); });
    return m_excerptBox;
}

QString ErrorView::message() const
{
    return m_message->toPlainText();
}

void ErrorView::setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions)
{
    const bool other = instance.id != m_instance.id;
    m_instance = instance;
    if (other)
        m_unfolded = false;
    m_folded = foldStack(instance.error.value_or(InstanceError{}).message);
    showPlace(definitions);
    showMessage();
    countSimilar();
}

void ErrorView::showPlace(const QList<NodeDefinition> &definitions)
{
    const InstanceError error = m_instance.error.value_or(InstanceError{});
    const QString formerState = std::exchange(m_state, {});
    const QString formerAction = std::exchange(m_action, {});
    m_definitionId = error.nodeDefinitionId;
    QString node;
    const auto definition =
        std::find_if(definitions.cbegin(), definitions.cend(), [&error](const NodeDefinition &each) {
            return !error.nodeDefinitionId.isEmpty() && each.uniqueId == error.nodeDefinitionId;
        });
    if (definition != definitions.cend()) {
        m_state = definition->state;
        m_action = definition->action;
        node = definition->action.isEmpty() ? definition->name : definition->action;
    } else {
        for (const NodeInstance &visit : m_instance.nodes) {
            if (visit.id == error.nodeInstanceId || (node.isEmpty() && visit.definitionId == error.nodeDefinitionId))
                node = visit.name;
        }
    }
    m_title->setText(node.isEmpty() ? tr("This instance failed") : tr("Failed at “%1”").arg(singleLine(node, 200)));
    if (!m_state.isEmpty() && m_state != node)
        m_place->setText(tr("In state “%1”").arg(singleLine(m_state, 200)));
    else if (node.isEmpty())
        m_place->setText(tr("The server did not tell at which node."));
    else
        m_place->clear();
    m_place->setVisible(!m_place->text().isEmpty());
    m_show->setVisible(!m_state.isEmpty());
    if (m_state != formerState || m_action != formerAction)
        showSource();
}

void ErrorView::showMessage()
{
    const QString whole = m_instance.error.value_or(InstanceError{}).message;
    const bool hasStack = m_folded.frames > 0;
    m_stack->setVisible(hasStack);
    m_stack->setText(m_unfolded ? tr("Hide the stack") : tr("Show the stack (%n frame(s))", nullptr, m_folded.frames));
    const QString text = whole.isEmpty()           ? tr("The server told no message.")
                         : hasStack && !m_unfolded ? m_folded.message
                                                   : whole;
    if (m_message->toPlainText() != text)
        m_message->setCode(text, CodeView::Language::PlainText);
}

void ErrorView::setSource(const WorkflowSource &source)
{
    m_source = source;
    showSource();
}

void ErrorView::showSource()
{
    if (m_source.text.isEmpty() || m_state.isEmpty())
        return showLine(0);
    auto line = runOnWorker<int>(
        [text = m_source.text, state = m_state, action = m_action] { return Result(lineOf(text, state, action)); });
    m_reading = deliver(std::move(line), this, [this](const Result<int> &found) { showLine(found ? *found : 0); });
}

void ErrorView::showLine(int line)
{
    m_line = line;
    m_excerptBox->setVisible(line > 0);
    if (line <= 0)
        return;
    const QList<QByteArray> lines = m_source.text.split('\n');
    const auto first = qMax<qsizetype>(0, line - 1 - kLinesAround);
    QByteArrayList shown = lines.mid(first, 2 * kLinesAround + 1);
    const bool json = m_source.text.trimmed().startsWith('{');
    m_excerpt->setCode(shown.join('\n'), json ? CodeView::Language::JsonText : CodeView::Language::YamlText);
    m_excerpt->highlightLine(line - static_cast<int>(first));
    const QString file = m_source.fileName.isEmpty() ? m_instance.workflowId : m_source.fileName;
    m_sourcePlace->setText(tr("%1, line %2").arg(singleLine(file, 60)).arg(line));
}

/// Among the last failures of the workflow: what that costs the server stays the same, however many there are.
void ErrorView::countSimilar()
{
    const FailureKey key = failureKeyOf(m_instance);
    const bool failed = m_instance.state == InstanceState::Error && m_instance.error;
    m_similar->setVisible(failed);
    if (!failed || key == m_counted)
        return;
    m_counted = key;
    m_similar->setText(tr("Similar failures"));
    InstanceQuery query;
    query.workflowIds = {m_instance.workflowId};
    query.states = {InstanceState::Error};
    query.withErrors = true;
    query.limit = kMostCounted;
    m_counting = deliver(m_context.console.instances.page(query), this, [this, key](const Result<InstancePage> &page) {
        if (!page) // the way to them stays open
            return;
        const auto count = std::count_if(page->rows.cbegin(), page->rows.cend(), [&](const WorkflowInstance &row) {
            return row.id != m_instance.id && failureKeyOf(row) == key;
        });
        const bool more =
            page->rows.size() >= kMostCounted && page->total.value_or(page->rows.size() + 1) > page->rows.size();
        m_similar->setText(tr("Similar failures (%1)").arg(QString::number(count) + (more ? u"+"_s : QString())));
        m_similar->setToolTip(more ? tr("Counted among the last %n failure(s) of this workflow: the same node and "
                                        "the same message, apart from numbers, ids and the like",
                                        nullptr, static_cast<int>(page->rows.size()))
                                   : tr("The same node and the same message, apart from numbers, ids and the like"));
    });
}

void ErrorView::openSimilar()
{
    const InstanceError error = m_instance.error.value_or(InstanceError());
    const auto one = [](const QString &value) { return value.isEmpty() ? QStringList() : QStringList{value}; };
    InstanceFilter filter;
    filter.setStates({InstanceState::Error});
    filter.set(InstanceField::Workflow, one(m_instance.workflowId));
    filter.set(InstanceField::ErrorNode, one(error.nodeDefinitionId));
    filter.set(InstanceField::Error, one(searchablePart(error.message)));
    m_context.navigator.open(InstancesPage::filtered(filter));
}

} // namespace podium
