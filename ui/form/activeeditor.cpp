// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activeeditor.h"

#include "models/form/fieldhints.h"
#include "ui/form/activeform.h"
#include "ui/form/activeinputs.h"
#include "ui/form/activemultiselect.h"
#include "ui/form/activestatus.h"
#include "ui/form/activetexts.h"

#include <QBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

ActiveEditor::ActiveEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_props(props)
    , m_column(new QVBoxLayout)
    , m_status(new ActiveStatus(field.title.isEmpty() ? titleFromKey(field.key) : field.title, this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space::xs);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    all->addLayout(m_column);
    all->addWidget(m_status);
    m_hasCheck = !props.validate.address.isEmpty() && activeShortcomings(props).isEmpty();
    m_status->setVisible(props.asks() || m_hasCheck);
    if (props.asks())
        startFetch();
    m_checkDelay = new QTimer(this);
    m_checkDelay->setSingleShot(true);
    m_checkDelay->setInterval(ActiveFetch::kDelayMs);
    connect(m_checkDelay, &QTimer::timeout, this,
            [this] { validate(m_context.active->values(), [this] { Q_EMIT m_context.active->messagesChanged(); }); });
    context.active->add(this);
}

ActiveEditor::~ActiveEditor()
{
    m_context.active->remove(this);
}

void ActiveEditor::startFetch()
{
    m_fetch = new ActiveFetch(m_context.active->service(), m_context.active->memory(), m_props, this);
    connect(m_fetch, &ActiveFetch::stateChanged, this, [this] {
        noteState();
        updateStatus();
    });
    connect(m_fetch, &ActiveFetch::triggered, this, &ActiveEditor::noteTrigger);
    connect(m_fetch, &ActiveFetch::answered, this, &ActiveEditor::noteAnswer);
    connect(m_status, &ActiveStatus::retryAsked, this, [this] {
        if (QWidget *target = focusTarget()) // the button is about to go
            target->setFocus(Qt::OtherFocusReason);
        m_fetch->askAgain();
    });
}

void ActiveEditor::noteAnswer()
{
    m_remark.clear();
    take(m_fetch->answer());
    updateStatus();
}

void ActiveEditor::noteTrigger()
{
    if (!m_props.clearsOnTrigger || !value())
        return;
    m_isOwn = false;
    prefill(std::nullopt);
}

void ActiveEditor::setValue(const std::optional<Json> &value)
{
    if (sameValue(this->value(), value))
        return;
    m_isOwn = value && value != field().defaultValue;
    m_refusal.clear();
    ScalarEditor::setValue(value);
}

void ActiveEditor::follow(const ActiveValues &values)
{
    const bool isFirst = !m_fetch || m_fetch->state() == ActiveFetch::State::Idle;
    if (isFirst && m_props.standard && !m_isOwn && !value()) {
        if (const auto standard = activeValue(field().kind, *m_props.standard))
            prefill(standard);
        else if (m_props.widget == ActiveProps::Widget::MultiSelect && m_props.standard->is_array())
            prefill(m_props.standard);
    }
    valuesChanged(values);
    if (m_fetch)
        m_fetch->follow(values);
    Json triggers = Json::array();
    for (const QString &key : std::as_const(m_props.validate.triggers))
        triggers.push_back(templateValue(key, values).value_or(Json(nullptr)));
    if (m_hasCheck && m_checkTriggers && *m_checkTriggers != triggers)
        m_checkDelay->start();
    m_checkTriggers = std::move(triggers);
}

void ActiveEditor::noteUserEdit()
{
    m_isOwn = true;
    m_refusal.clear();
    m_checkRemark.clear();
    m_check.cancel();
    m_context.active->noteUserEdit();
    noteEdit();
    updateStatus();
}

void ActiveEditor::prefill(const std::optional<Json> &value)
{
    if (sameValue(this->value(), value))
        return;
    m_context.active->prefill([this, &value] {
        m_refusal.clear();
        show(value);
        noteEdit();
    });
}

void ActiveEditor::validate(const ActiveValues &values, const std::function<void()> &done)
{
    QStringList missing;
    auto request = filledRequest(m_props.validate, values, &missing);
    m_refusal.clear();
    m_checkRemark.clear();
    if (!request || !value()) { // an empty field is for the schema to judge
        m_check.cancel();
        updateStatus();
        return done();
    }
    request->takesRefusals = true;
    m_check =
        deliver(m_context.active->service().ask(*request), this, [this, done](const Result<FormDataAnswer> &result) {
            checked(result);
            updateStatus();
            done();
        });
}

void ActiveEditor::checked(const Result<FormDataAnswer> &result)
{
    if (!result) {
        if (!result.error().isCancelled())
            m_checkRemark = tr("This value could not be checked: %1").arg(result.error().why);
        return;
    }
    if (result->status < 200 || result->status >= 300)
        m_refusal = refusalText(*result, field().key);
}

void ActiveEditor::setRemark(const QString &text, Tone tone)
{
    m_remark = text;
    m_remarkTone = tone;
}

QString ActiveEditor::waitingText() const
{
    QStringList names;
    for (const QString &key : m_fetch->missing())
        names << titleFromKey(key.section(u'.', -1));
    names.removeDuplicates();
    return m_fetch->missing().contains(u"backend.baseUrl"_s)
               ? tr("The environment names no Developer Hub and no runtime to ask.")
               : tr("Waits for: %1").arg(names.join(u", "_s));
}

void ActiveEditor::updateStatus()
{
    using State = ActiveFetch::State;
    const State state = m_fetch ? m_fetch->state() : State::Idle;
    QString text;
    Tone tone = Tone::Neutral;
    if (!m_checkRemark.isEmpty()) {
        text = m_checkRemark;
        tone = Tone::Warning;
    } else if (state == State::Waiting) {
        text = waitingText();
    } else if (state == State::Asking) {
        text = m_fetch->attempt() > 1
                   ? tr("Asking %1 again, attempt %2…").arg(m_fetch->origin()).arg(m_fetch->attempt())
                   : tr("Asking %1…").arg(m_fetch->origin());
    } else if (state == State::Answered) {
        text = m_remark.isEmpty() ? answerText() : m_remark;
        tone = m_remark.isEmpty() ? Tone::Neutral : m_remarkTone;
    } else if (state == State::Failed) {
        const bool isHidden = m_props.hidesErrors || (m_props.hidesUnreadyErrors && !m_fetch->hasAllTriggers());
        text = isHidden ? QString() : m_fetch->error().why + u' ' + m_fetch->error().remedy;
        tone = Tone::Danger;
    }
    m_status->show(text.trimmed(), tone, state == State::Asking);
    m_status->setRetry(state == State::Failed);
}

FieldEditor *makeActiveEditor(FormContext &context, const FormField &field, QWidget *parent)
{
    const ActiveProps props = readActiveProps(field);
    FormField shown = field;
    shown.note = activeProblem(field, props);
    if (!shown.note.isEmpty()) {
        shown.note += u' ' + FieldEditor::tr("It is shown as a plain field.");
        shown.active.clear();
        return makeEditor(context, shown, parent);
    }
    shown.note = activeShortcomings(props);
    using Widget = ActiveProps::Widget;
    switch (props.widget) {
    case Widget::TextInput:
        return new ActiveInputEditor(context, shown, props, parent);
    case Widget::Dropdown:
        return new ActiveDropdownEditor(context, shown, props, parent);
    case Widget::MultiSelect:
        return new ActiveMultiSelectEditor(context, shown, props, parent);
    case Widget::Boolean:
        return new ActiveBooleanEditor(context, shown, props, parent);
    case Widget::Text:
        return new ActiveTextView(context, shown, props, parent);
    case Widget::SchemaUpdater:
        shown.title.clear();
        return new SchemaUpdaterView(context, shown, props, parent);
    case Widget::AuthRequester:
        break;
    }
    return new AuthRequesterView(context, shown, props, parent);
}

} // namespace podium
