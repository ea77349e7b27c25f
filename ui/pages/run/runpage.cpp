// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/runpage.h"

#include "models/services/workflowcatalog.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stateview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

namespace podium {

using namespace Qt::StringLiterals;

RunPage::RunPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
    m_states = new StateView(makeContent(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    connectInputs();
    connect(m_form, &FormView::problemsChanged, this, &RunPage::dropSettledBanner);
    setStarting(false);
    refresh();
}

RunPage::~RunPage() = default;

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
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_split, 1);
    column->addWidget(makeFooter());
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
    column->addLayout(line);
    column->addWidget(m_description);
    return header;
}

QWidget *RunPage::makeForm()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(360);
    auto *label = new QLabel(tr("Business key"), pane);
    m_businessKey = new QLineEdit(pane);
    m_businessKey->setPlaceholderText(tr("Optional: your own name for this run, to find it again"));
    m_businessKey->setMaximumWidth(760);
    label->setBuddy(m_businessKey);
    m_hint = new QLabel(pane);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    setMuted(m_hint);
    m_form = new FormView(pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(space::xl, space::l, space::s, space::s);
    column->setSpacing(space::xs);
    column->addWidget(label);
    column->addWidget(m_businessKey);
    column->addSpacing(space::m);
    column->addWidget(m_hint);
    column->addWidget(m_form, 1);
    column->addStretch();
    return pane;
}

QWidget *RunPage::makeFooter()
{
    auto *footer = new QWidget;
    m_busy = new BusyBar(footer);
    m_progress = new QLabel(footer);
    setMuted(m_progress);
    m_cancel = new QPushButton(tr("Stop waiting"), footer);
    m_start = new QPushButton(tr("Start run"), footer);
    m_start->setToolTip(tr("Start the run with this input (Ctrl+Return)"));
    setButtonTone(m_start, Tone::Info);
    QSizePolicy policy = m_cancel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_cancel->setSizePolicy(policy);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::xl, space::m, space::xl, space::m);
    line->setSpacing(space::s);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_start);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_busy);
    column->addLayout(line);
    connect(m_start, &QPushButton::clicked, this, &RunPage::start);
    connect(m_cancel, &QPushButton::clicked, this, &RunPage::cancel);
    return footer;
}

void RunPage::connectInputs()
{
    connect(m_form, &FormView::valueChanged, this, [this] { m_json->setValue(m_form->value()); });
    connect(m_json, &JsonPane::edited, m_form, &FormView::setValue);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &RunPage::start);
    }
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_progress->setText(tr("Starting… %n s. The answer comes when the run first waits or ends.", nullptr,
                               static_cast<int>(m_since.elapsed() / 1000)));
    });
}

void RunPage::refresh()
{
    if (!m_definition)
        m_states->showLoading(tr("Reading the workflow…"));
    else if (isChanged())
        m_waitingInput = m_form->value();
    using Read = std::pair<WorkflowDefinition, WorkflowSchemas>;
    WorkflowCatalog &catalog = console().catalog;
    auto read = chain<Read>(this, catalog.definition(location().id, location().version),
                            [this, &catalog](const WorkflowDefinition &definition) {
                                return chain<Read>(this, catalog.schemas(definition),
                                                   [definition](const WorkflowSchemas &schemas) {
                                                       return ready<Read>(Read{definition, schemas});
                                                   });
                            });
    m_reading = deliver(std::move(read), this, [this](const Result<Read> &result) {
        if (result)
            return showDefinition(result->first, result->second);
        if (m_definition)
            m_banner->setError(result.error(), tr("Try again"), [this] { refresh(); });
        else
            m_states->showError(result.error(), [this] { refresh(); });
    });
}

void RunPage::signedIn()
{
    if (!m_definition)
        refresh();
}

void RunPage::showDefinition(const WorkflowDefinition &definition, const WorkflowSchemas &schemas)
{
    m_definition = definition;
    m_name->setText(definition.displayName());
    m_version->setText(definition.version.isEmpty() ? QString() : tr("Version %1").arg(definition.version));
    m_description->setText(definition.description);
    m_description->setVisible(!definition.description.isEmpty());
    m_form->setVisible(schemas.input != nullptr);
    m_hint->setText(schemas.input
                        ? QString()
                        : tr("This workflow describes no input. Write what it needs as JSON, or leave it empty."));
    m_hint->setVisible(!schemas.input);
    // Without a form the JSON has the whole page.
    m_split->setOrientation(schemas.input ? Qt::Horizontal : Qt::Vertical);
    if (!schemas.input)
        m_split->setSizes({1, height()});
    m_jsonPane->setContentsMargins(schemas.input ? 0 : space::s, 0, 0, 0);
    m_form->setSchema(schemas.input);
    m_initial = m_form->value();
    if (m_waitingInput)
        fill(*std::exchange(m_waitingInput, std::nullopt));
    m_json->setValue(m_form->value());
    m_start->setEnabled(!m_tick.isActive());
    m_states->showContent();
    if (isVisible() && schemas.input)
        m_form->focusField({});
    Q_EMIT titleChanged();
}

void RunPage::fill(const Json &input)
{
    m_form->setValue(input);
}

void RunPage::setInput(const SharedJson &input)
{
    if (!input)
        return;
    if (m_definition)
        fill(*input);
    else
        m_waitingInput = *input;
}

bool RunPage::isChanged() const
{
    return !sameValue(m_form->value(), m_initial);
}

QJsonObject RunPage::saveState() const
{
    QJsonObject state{{u"split"_s, QString::fromLatin1(m_split->saveState().toBase64())}};
    if (!m_businessKey->text().isEmpty())
        state.insert(u"businessKey"_s, m_businessKey->text());
    if (m_definition && isChanged())
        state.insert(u"draft"_s, QString::fromUtf8(toBytes(m_form->storableValue())));
    else if (m_waitingInput)
        state.insert(u"draft"_s, QString::fromUtf8(toBytes(*m_waitingInput)));
    return state;
}

void RunPage::restoreState(const QJsonObject &state)
{
    m_split->restoreState(QByteArray::fromBase64(state.value(u"split"_s).toString().toLatin1()));
    m_businessKey->setText(state.value(u"businessKey"_s).toString());
    const auto draft = parseJson(state.value(u"draft"_s).toString().toUtf8());
    if (draft && draft->is_object() && !m_waitingInput)
        setInput(std::make_shared<const Json>(*draft));
}

void RunPage::start()
{
    if (!m_definition || m_tick.isActive())
        return;
    m_json->read([this] {
        if (m_json->problem().isEmpty())
            return checkInput();
        m_banner->setMessage(Tone::Danger, tr("The JSON cannot be used: %1").arg(m_json->problem()));
        m_json->focusProblem();
    });
}

void RunPage::checkInput()
{
    m_form->check([this](const QList<FieldError> &problems) {
        if (problems.isEmpty()) {
            m_banner->clear();
            return confirmThenSend();
        }
        m_form->focusField(problems.first().pointer);
        m_bannerIsOfInput = true;
        // The server has the last word: its schema may be read differently there.
        m_banner->setMessage(
            Tone::Danger,
            tr("The input does not fit yet: %n fields need attention.", nullptr, static_cast<int>(problems.size())),
            tr("Start anyway"), [this] { confirmThenSend(); });
    });
}

/// What the banner said of the input is over once nothing is wrong any more.
void RunPage::dropSettledBanner()
{
    if (m_bannerIsOfInput && m_form->problems().isEmpty()) {
        m_bannerIsOfInput = false;
        m_banner->clear();
    }
}

void RunPage::confirmThenSend()
{
    const Environment &environment = console().environment;
    if (!environment.production)
        return send();
    Confirmation question;
    question.title = tr("Start a run in production?");
    question.text = tr("“%1” will run in “%2”, with effects on the systems it works with.")
                        .arg(m_definition->displayName(), environment.name);
    question.actionText = tr("Start run");
    question.tone = Tone::Info;
    confirm(this, question, [this] { send(); });
}

void RunPage::send()
{
    if (m_tick.isActive())
        return;
    m_banner->clear();
    m_bannerIsOfInput = false;
    setStarting(true);
    RunRequest request;
    request.definition = *m_definition;
    request.input = std::make_shared<const Json>(m_form->value());
    request.businessKey = m_businessKey->text().trimmed();
    m_starting = deliver(console().runs.start(request), this, [this](const Result<RunStarted> &result) {
        setStarting(false);
        if (result)
            started(*result);
        else
            failed(result.error());
    });
}

void RunPage::cancel()
{
    m_starting.cancel();
    setStarting(false);
    m_banner->setMessage(Tone::Warning, tr("You stopped waiting. The run may have started all the same."),
                         tr("Look in Instances"), [this] {
                             navigator().open({u"instances"_s, {}, {}});
                         });
}

void RunPage::started(const RunStarted &run)
{
    m_initial = m_form->value(); // sent: no draft any more
    m_businessKey->clear();
    navigator().showMessage(tr("The run of “%1” was started.").arg(m_definition->displayName()));
    if (!run.instanceId.isEmpty())
        navigator().open({u"instance"_s, run.instanceId, {}});
}

void RunPage::failed(const Error &error)
{
    if (error.isCancelled())
        return;
    if (!error.instanceId.isEmpty()) {
        m_initial = m_form->value();
        m_banner->setError(error, tr("Open the instance"), [this, id = error.instanceId] {
            navigator().open({u"instance"_s, id, {}});
        });
        navigator().open({u"instance"_s, error.instanceId, {}});
        return;
    }
    m_banner->setError(error);
    if (!error.fields.isEmpty())
        m_form->setErrors(error.fields);
}

void RunPage::setStarting(bool starting)
{
    m_busy->setBusy(starting);
    m_start->setEnabled(m_definition && !starting);
    m_cancel->setVisible(starting);
    if (!starting) {
        m_tick.stop();
        m_progress->clear();
        return;
    }
    m_since.start();
    m_tick.start();
    m_progress->setText(tr("Starting…"));
}

} // namespace podium
