// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancevariables.h"

#include "models/core/jsonsize.h"
#include "models/items/workflowresult.h"
#include "models/json/jsondiff.h"
#include "models/services/instanceservice.h"
#include "ui/pages/parts/recentruns.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/variables/jqline.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/pages/variables/jsontreepane.h"
#include "ui/pages/variables/variableseditor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostEdited = 1 << 20; ///< about so many bytes can be edited as one text

} // namespace

ActionRule editRule(const WorkflowInstance &instance, const Environment &environment)
{
    const auto no = [](const QString &why) { return ActionRule{false, why}; };
    if (instance.id.isEmpty())
        return no(InstanceVariables::tr("The instance is not read yet."));
    if (isFinal(instance.state))
        return no(InstanceVariables::tr("The instance is over: it is %1.").arg(displayName(instance.state).toLower()));
    const SharedJson data = workflowDataOf(instance.variables);
    if (!data || !data->is_object())
        return no(InstanceVariables::tr("The server told no variables."));
    if (isAsLargeAs(*data, kMostEdited))
        return no(InstanceVariables::tr("The variables are too large to be edited as text."));
    const bool one = environment.runtimeUrls.size() == 1;
    if (instance.serviceUrl.isEmpty() && !one)
        return no(InstanceVariables::tr("Data Index does not tell where its service runs."));
    const QUrl service = environment.reachable(instance.serviceUrl);
    if (!instance.serviceUrl.isEmpty() && !environment.allowsToken(service))
        return no(InstanceVariables::tr("Its service runs at %1, which the environment does not list.")
                      .arg(originOf(service)));
    return {true, {}};
}

InstanceVariables::InstanceVariables(const PageContext &context, QWidget *parent)
    : VariablesView(parent)
    , m_context(context)
    , m_runs(new RecentRuns(context.console.instances, this))
    , m_banner(new Banner)
{
    m_page = makeDifferences();
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_banner); // NOLINT: the base made it
    addMode(m_page, u"compare"_s, tr("Compare with the input or another run"));
    m_edit = iconButton(u"edit"_s, tr("Change variables…"), this);
    connect(m_edit, &QToolButton::clicked, this, &InstanceVariables::edit);
    bar()->addWidget(m_edit);
    connect(m_runs, &RecentRuns::arrived, this, &InstanceVariables::offerRuns);
    connect(jqLine(), &JqLine::filtered, this, &InstanceVariables::mark);
    setInstance({});
}

QWidget *InstanceVariables::makeDifferences()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, space::xs, space::m, space::xs);
    row->setSpacing(space::s);
    auto *label = captionLabel(tr("Compare with"));
    m_others = new QComboBox;
    m_others->setEditable(true);
    m_others->setInsertPolicy(QComboBox::NoInsert);
    m_others->setAccessibleName(tr("Compare with"));
    m_others->lineEdit()->setAccessibleName(m_others->accessibleName());
    m_others->setToolTip(tr("The input, one of the last runs of this workflow, or the id of any instance"));
    m_others->setMinimumContentsLength(16);
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_others->addItem(tr("The input of this run"), QString());
    label->setBuddy(m_others);
    row->addWidget(label);
    row->addWidget(m_others, 1);
    layout->addLayout(row);
    m_changes = new JsonChangesView(tr("Differences"));
    layout->addWidget(m_changes, 1);
    connect(m_others, &QComboBox::activated, this, &InstanceVariables::chooseOther);
    connect(m_others->lineEdit(), &QLineEdit::returnPressed, this, &InstanceVariables::chooseOther);
    connect(m_changes, &JsonChangesView::changed, this, &InstanceVariables::mark);
    connect(m_changes, &JsonChangesView::pointerChosen, this, [this](const QString &pointer) {
        showMode(treePane());
        if (treePane()->showPointer(pointer))
            tree()->setFocus();
    });
    return page;
}

void InstanceVariables::setInstance(const WorkflowInstance &instance)
{
    if (instance.id != m_instance.id) {
        m_runs->forget();
        m_changed = false;
        m_banner->clear();
    }
    m_instance = instance;
    m_changed = m_changed && !isFinal(instance.state);
    if (m_changed)
        readLive();
    else
        showData(workflowDataOf(instance.variables), false);
    const ActionRule rule = editRule(instance, m_context.console.environment);
    m_edit->setEnabled(rule.allowed);
    m_edit->setToolTip(rule.allowed ? tr("Change variables…") : tr("Change variables: %1").arg(rule.reason));
    m_edit->setAccessibleDescription(rule.reason);
    if (m_editor)
        m_editor->setInstance(instance);
}

/// After a change: Data Index may never show what was changed within objects a second time.
void InstanceVariables::readLive()
{
    m_readingLive =
        deliver(m_context.console.instances.liveVariables(m_instance), this, [this](const Result<SharedJson> &live) {
            const SharedJson told = workflowDataOf(m_instance.variables);
            const bool lags = live && *live && told && !isSameJson(**live, *told);
            showData(lags ? *live : told, lags);
        });
}

void InstanceVariables::showData(const SharedJson &variables, bool fromService)
{
    setJson(variables);
    if (fromService)
        m_banner->setMessage(Tone::Info, tr("Data Index does not show all that was changed. These are the variables of "
                                            "the service that runs the instance."));
    else
        m_banner->clear();
    if (m_marking)
        compare();
}

void InstanceVariables::modeChanged()
{
    if (!isShowing(m_page))
        return;
    m_marking = true;
    readRuns();
    compare();
}

void InstanceVariables::showDifferences()
{
    showMode(m_page);
    modeChanged();
}

/// Where they cannot be read, an id can still be typed.
void InstanceVariables::readRuns()
{
    if (!m_runs->isAsked() && !m_instance.workflowId.isEmpty())
        m_runs->read(m_instance.workflowId, {m_instance.id});
}

void InstanceVariables::offerRuns()
{
    const ItemTexts texts = viewTexts(m_context.display, m_context.console.clock);
    const QString typed = m_others->currentText();
    while (m_others->count() > 1)
        m_others->removeItem(1);
    for (const WorkflowInstance &run : m_runs->runs())
        m_others->addItem(RecentRuns::label(run, texts.timeOf(run.start)), run.id);
    const int chosen = m_others->findData(m_otherId);
    m_others->setCurrentIndex(chosen);
    if (chosen < 0)
        m_others->setEditText(typed);
}

void InstanceVariables::chooseOther()
{
    const QString typed = m_others->currentText().trimmed();
    const int known = m_others->findText(typed);
    compareWith(known >= 0 ? m_others->itemData(known).toString() : RecentRuns::idFromText(typed));
}

void InstanceVariables::compareWith(const QString &instanceId)
{
    m_otherId = instanceId;
    m_other.reset();
    m_readingOther = {};
    m_marking = true;
    if (instanceId.isEmpty())
        return compare();
    m_changes->showLoading(tr("Reading the other run…"));
    m_readingOther =
        deliver(m_context.console.instances.instance(instanceId), this,
                [this, instanceId](const Result<WorkflowInstance> &run) {
                    if (!run)
                        return m_changes->showProblem(run.error(), [this, instanceId] { compareWith(instanceId); });
                    m_other = workflowDataOf(run->variables);
                    compare();
                });
}

void InstanceVariables::compare()
{
    const bool input = m_otherId.isEmpty();
    if (!input && !m_other)
        return; // it is being read
    JsonSides sides = JsonSides::beforeAndAfter();
    sides.left = input ? tr("Input") : tr("Other run");
    sides.right = tr("This run");
    m_changes->setSides(sides);
    m_changes->setDocuments(input ? inputOf(m_instance.variables) : m_other, json(),
                            {tr("Nothing to compare with"), tr("Choose another run to compare with.")});
}

void InstanceVariables::mark()
{
    QHash<QString, JsonTreeModel::Mark> marks;
    // The results of a filter have paths of their own.
    if (model()->json() == json()) {
        for (const JsonChange &change : m_changes->changes()) {
            if (change.kind != JsonChange::Kind::Removed)
                marks.insert(change.pointer, change.kind == JsonChange::Kind::Added ? JsonTreeModel::Mark::Added
                                                                                    : JsonTreeModel::Mark::Changed);
        }
    }
    model()->setMarks(marks);
}

VariablesEditor *InstanceVariables::editor() const
{
    return m_editor;
}

void InstanceVariables::edit()
{
    if (m_editor || !editRule(m_instance, m_context.console.environment).allowed)
        return;
    m_editor = new VariablesEditor(m_context, m_instance, this);
    m_editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_editor, &VariablesEditor::saved, this, [this] {
        m_context.navigator.showMessage(tr("Variables changed"));
        m_changed = true;
        readLive();
        Q_EMIT saved();
    });
    m_editor->open();
}

} // namespace podium
