// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/runpage.h"

#include "models/core/clock.h"
#include "models/services/sessionservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formlink.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/parts/readfailure.h"
#include "ui/pages/run/businesskeyfield.h"
#include "ui/pages/run/inputsource.h"
#include "ui/pages/run/runfooter.h"
#include "ui/pages/run/runmemory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

RunPage::RunPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
    m_source = new InputSource(this);
    m_memory = new RunMemory(
        console().inputs, location.id, [this] { return draft(); }, this);
    m_states = new StateView(makeContent(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    connectParts();
    refresh();
}

RunPage::~RunPage()
{
    m_memory->flush(); // while the form is still there
}

void RunPage::hideEvent(QHideEvent *event)
{
    m_memory->flush();
    Page::hideEvent(event);
}

QString RunPage::title() const
{
    return tr("Run %1").arg(m_definition ? m_definition->displayName() : location().id);
}

QString RunPage::iconName() const
{
    return u"run"_s;
}

QWidget *RunPage::makeContent()
{
    auto *content = new QWidget;
    m_banner = new Banner(content);
    m_split = new QSplitter(content);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(makeForm());
    m_json = new JsonPane;
    m_jsonPane = new QWidget;
    auto *paneColumn = new QVBoxLayout(m_jsonPane);
    paneColumn->setContentsMargins(space::l, space::l, space::xl, space::s);
    paneColumn->addWidget(m_json);
    m_split->addWidget(m_jsonPane);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_footer = new RunFooter(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_split, 1);
    column->addWidget(m_footer);
    return content;
}

QWidget *RunPage::makeHeader()
{
    auto *header = new QWidget;
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::xs);
    m_name = new QLabel(header);
    m_version = new QLabel(header);
    m_description = new QLabel(header);
    m_name->setFont(titleFont(font()));
    m_description->setWordWrap(true);
    setMuted(m_version);
    setMuted(m_description);
    for (QLabel *label : {m_name, m_version, m_description})
        label->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_name);
    line->addWidget(m_version, 0, Qt::AlignBottom);
    line->addStretch();
    line->addWidget(makeTools());
    column->addLayout(line);
    column->addWidget(m_description);
    return header;
}

/// What can be done to the input as a whole.
QWidget *RunPage::makeTools()
{
    auto *tools = new QWidget;
    auto *saved = new QPushButton(themedIcon(u"save"_s), tr("&Saved inputs…"), tools);
    saved->setToolTip(tr("Presets, what was sent before, and earlier runs"));
    connect(saved, &QPushButton::clicked, this, &RunPage::pickInput);
    QToolButton *more = iconButton(u"more"_s, tr("More for the input"), tools);
    auto *menu = new QMenu(more);
    QAction *pasteAction = menu->addAction(themedIcon(u"json"_s), tr("Paste an input"), this, &RunPage::paste);
    pasteAction->setShortcut(QKeySequence(u"Ctrl+Shift+V"_s));
    pasteAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(pasteAction);
    menu->addAction(themedIcon(u"import"_s), tr("Fill in from a file…"), m_source, &InputSource::chooseFile);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy as curl"), this, &RunPage::copyAsCurl);
    menu->addAction(themedIcon(u"import"_s), tr("Run many from a file…"), this, [this] {
        navigator().open(Location{u"batch"_s, location().id, location().version});
    });
    menu->addSeparator();
    menu->addAction(themedIcon(u"close"_s), tr("Empty the form"), this, &RunPage::emptyForm);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    line->addWidget(saved);
    line->addWidget(more);
    return tools;
}

QWidget *RunPage::makeForm()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(360);
    const auto values = [this] {
        const SessionService &session = console().session;
        return BusinessKeyValues{session.user().username, location().id, console().clock.now().toLocalTime(), 1};
    };
    m_businessKey = new BusinessKeyField(values, pane);
    m_hint = new QLabel(pane);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    setMuted(m_hint);
    m_form = new FormView(pane);
    m_form->setDataService(console().formData);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(space::xl, space::l, space::s, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_businessKey);
    column->addSpacing(space::m);
    column->addWidget(m_hint);
    column->addWidget(m_form, 1);
    column->addStretch();
    return pane;
}

void RunPage::connectParts()
{
    linkFormAndText(m_form, m_json);
    connect(m_form, &FormView::valueChanged, m_memory, &RunMemory::noteChange);
    followServers();
    connect(m_form, &FormView::problemsChanged, this, &RunPage::dropSettledBanner);
    connect(m_form, &FormView::stepShown, this, &RunPage::updateFooter);
    connect(m_businessKey, &BusinessKeyField::edited, m_memory, &RunMemory::noteChange);
    connect(m_businessKey, &BusinessKeyField::planChanged, this, [this] { m_memory->keepKey(m_businessKey->plan()); });
    connect(this, &Page::partWanted, this, &RunPage::fillFrom);
    connect(m_footer, &RunFooter::backAsked, this, &RunPage::back);
    connect(m_footer, &RunFooter::nextAsked, this, &RunPage::next);
    connect(m_footer, &RunFooter::startAsked, this, &RunPage::start);
    connect(m_footer, &RunFooter::stopAsked, this, &RunPage::stopWaiting);
    connect(m_source, &InputSource::read, this,
            [this](const SharedJson &input, const QString &from) { fill(input, {}, tr("Filled in: %1.").arg(from)); });
    connect(m_source, &InputSource::failed, this,
            [this](const QString &why) { m_banner->setMessage(Tone::Danger, why); });
    connect(&console().inputs, &InputMemory::problemChanged, this, [this] {
        if (const QString problem = console().inputs.problem(); !problem.isEmpty())
            m_banner->setMessage(Tone::Warning, problem);
    });
    addKey({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, &RunPage::start);
    addKey({QKeySequence(Qt::ALT | Qt::Key_PageDown)}, &RunPage::next);
    addKey({QKeySequence(Qt::ALT | Qt::Key_PageUp)}, &RunPage::back);
}

void RunPage::addKey(const QList<QKeySequence> &keys, void (RunPage::*run)())
{
    for (const QKeySequence &key : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    }
}

void RunPage::updateFooter()
{
    using Steps = RunFooter::Steps;
    Steps steps = Steps::None;
    if (m_form->hasSteps())
        steps = m_form->isReviewing() ? Steps::Review : m_form->isFirstStep() ? Steps::First : Steps::Between;
    m_footer->setSteps(steps);
}

void RunPage::next()
{
    m_form->goNext();
}

void RunPage::back()
{
    m_form->goBack();
}

void RunPage::refresh()
{
    if (!m_definition)
        m_states->showLoading(tr("Reading the workflow…"));
    else if (isChanged())
        m_waitingInput = m_form->input();
    m_memory->flush(); // what is kept comes back with the rest
    m_reading = deliver(readAll(), this, [this](const Result<Read> &result) {
        if (result)
            return showRead(*result);
        showReadFailure(result.error(), m_definition.has_value(), m_banner, m_states, [this] { refresh(); });
    });
}

Async<RunPage::Read> RunPage::readAll()
{
    WorkflowCatalog &catalog = console().catalog;
    const auto withKept = [this](const Read &read) {
        return chain<Read>(this, m_memory->read(), [read](const RememberedInputs &kept) {
            return ready<Read>(Read{read.definition, read.schemas, kept});
        });
    };
    const auto withSchemas = [this, &catalog](const WorkflowDefinition &definition) {
        return chain<Read>(this, catalog.schemas(definition), [definition](const WorkflowSchemas &schemas) {
            return ready<Read>(Read{definition, schemas, {}});
        });
    };
    return chain<Read>(this, chain<Read>(this, catalog.definition(location().id, location().version), withSchemas),
                       withKept);
}

void RunPage::signedIn()
{
    if (!m_definition)
        refresh();
}

void RunPage::showRead(const Read &read)
{
    const bool isFirst = !m_definition;
    m_definition = read.definition;
    m_schema = read.schemas.input;
    m_name->setText(read.definition.displayName());
    m_version->setText(read.definition.version.isEmpty() ? QString() : tr("Version %1").arg(read.definition.version));
    m_description->setText(read.definition.description);
    m_description->setVisible(!read.definition.description.isEmpty());
    showSchema();
    m_defaults = m_initial = m_form->input();
    m_businessKey->setPlan(read.kept.key);
    fillAtFirst(isFirst ? read.kept : RememberedInputs());
    m_json->setInput(m_form->input());
    m_memory->start(read.kept, m_schema);
    m_memory->noteChange();
    m_footer->setReady(true);
    m_states->showContent();
    fillFrom(std::exchange(m_waitingPart, {}));
    if (isVisible() && m_schema)
        m_form->focusField({});
    Q_EMIT titleChanged();
}

void RunPage::showSchema()
{
    m_form->setVisible(m_schema != nullptr);
    m_hint->setText(m_schema ? QString()
                             : tr("This workflow describes no input. Write what it needs as JSON, or leave it empty."));
    m_hint->setVisible(!m_schema);
    // Without a form the JSON has the whole page.
    m_split->setOrientation(m_schema ? Qt::Horizontal : Qt::Vertical);
    if (!m_schema)
        m_split->setSizes({1, height()});
    m_jsonPane->setContentsMargins(m_schema ? 0 : space::s, 0, 0, 0);
    m_form->setSchema(m_schema);
}

/// What another page asked for, else the draft; nothing of what was typed once is out of reach.
void RunPage::fillAtFirst(const RememberedInputs &kept)
{
    const bool isAsked = m_waitingInput != nullptr;
    if (isAsked)
        m_form->setInput(std::exchange(m_waitingInput, nullptr));
    if (!kept.draft)
        return;
    const InputDraft draft = *kept.draft;
    const QString when = timeOf(draft.time);
    if (isAsked) {
        m_banner->setMessage(Tone::Info, tr("What you did not send %1 gave way to this input.").arg(when),
                             tr("Bring it back"), [this, draft, when] {
                                 fill(draft.input, draft.businessKey, tr("Filled in: your draft of %1.").arg(when));
                             });
        return;
    }
    m_form->setInput(draft.input);
    m_businessKey->setKey(draft.businessKey);
    m_banner->setMessage(Tone::Info, tr("What you did not send is back, as of %1. Passwords are never kept.").arg(when),
                         tr("Discard"), [this] { emptyForm(); });
}

} // namespace podium
