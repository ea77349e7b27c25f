// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "models/services/curlcommand.h"
#include "models/services/instanceservice.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/run/businesskeyfield.h"
#include "ui/pages/run/earlierruns.h"
#include "ui/pages/run/inputpicker.h"
#include "ui/pages/run/inputsource.h"
#include "ui/pages/run/runmemory.h"
#include "ui/pages/run/runpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/timetext.h"

#include <QApplication>
#include <QClipboard>
#include <QSplitter>

namespace podium {

using namespace Qt::StringLiterals;

// The input as a whole: where it comes from, and where it is kept.

std::optional<InputDraft> RunPage::draft() const
{
    if (!m_definition || !isChanged())
        return std::nullopt;
    return InputDraft{console().clock.now(), m_businessKey->isTyped() ? m_businessKey->key() : QString(),
                      m_form->input()};
}

bool RunPage::isChanged() const
{
    if (m_businessKey->isTyped() || m_form->isLarge())
        return m_businessKey->isTyped() || m_form->input() != m_initial;
    const Json value = m_form->value();
    return !sameValue(value, *m_initial) && !sameValue(value, *m_defaults);
}

QString RunPage::timeOf(const QDateTime &utc) const
{
    return timeText(utc, display().timeStyle(), console().clock.now());
}

void RunPage::fill(const SharedJson &input, const QString &businessKey, const QString &text)
{
    const SharedJson before = m_form->input();
    const QString keyBefore = m_businessKey->isTyped() ? m_businessKey->key() : QString();
    m_form->setInput(input);
    if (!businessKey.isEmpty())
        m_businessKey->setKey(businessKey);
    m_memory->noteChange();
    m_bannerIsOfInput = false;
    m_banner->setMessage(Tone::Info, text, tr("Undo"), [this, before, keyBefore] {
        m_form->setInput(before);
        m_businessKey->setKey(keyBefore);
        m_memory->noteChange();
        m_banner->clear();
    });
}

void RunPage::emptyForm()
{
    fill(m_defaults, {}, tr("The form is as it came."));
    m_businessKey->setKey({});
}

void RunPage::setInput(const SharedJson &input)
{
    if (!input)
        return;
    if (m_definition && isChanged())
        fill(input, {}, tr("Another input was filled in."));
    else if (m_definition)
        m_form->setInput(input);
    else
        m_waitingInput = input;
}

void RunPage::fillFrom(const QString &part)
{
    if (!part.startsWith("from="_L1))
        return;
    if (!m_definition) {
        m_waitingPart = part;
        return;
    }
    const QString id = part.sliced(5);
    m_filling = deliver(console().instances.instance(id), this, [this](const Result<WorkflowInstance> &run) {
        if (!run)
            return m_banner->setError(run.error());
        const SharedJson input = earlierInput(run->variables, m_schema, run->workflowId == location().id);
        if (input)
            fill(input, {}, tr("Filled in: what the run of “%1” knew.").arg(singleLine(run->workflowName, 60)));
    });
}

QJsonObject RunPage::saveState() const
{
    return {{u"split"_s, QString::fromLatin1(m_split->saveState().toBase64())}};
}

void RunPage::restoreState(const QJsonObject &state)
{
    m_split->restoreState(QByteArray::fromBase64(state.value(u"split"_s).toString().toLatin1()));
}

/// What servers fill in is not the user's: nothing to keep as a draft. What they add to the schema may be secret.
void RunPage::followServers()
{
    connect(m_form, &FormView::prefilled, this, [this](const Json &before, const Json &after) {
        const auto was = [&before](const SharedJson &known) { return known && sameValue(before, *known); };
        if (was(m_initial) || was(m_defaults))
            m_initial = std::make_shared<const Json>(after);
    });
    connect(m_form, &FormView::schemaUpdated, this, [this](const SharedJson &schema) {
        m_schema = schema;
        m_memory->setSchema(schema);
    });
}

void RunPage::paste()
{
    m_source->paste();
}

void RunPage::pickInput()
{
    if (!m_definition)
        return;
    // A large input is no preset.
    const SharedJson current = m_form->isLarge() ? nullptr : m_memory->storable(m_form->value());
    auto *picker = new InputPicker(
        console(), location().id, m_schema, *m_memory, current, [this](const QDateTime &utc) { return timeOf(utc); },
        this);
    connect(picker, &InputPicker::chosen, this, [this](const InputPicker::Choice &choice) {
        // A business key is unique among live instances: that of another run is only taken where the user sees it.
        fill(choice.input, {}, tr("Filled in: %1.").arg(choice.from));
        if (m_schema)
            m_form->focusField({});
    });
    connect(picker, &InputPicker::instanceAsked, this, [this](const QString &id) {
        navigator().open({u"instance"_s, id, {}});
    });
    picker->open();
}

void RunPage::copyAsCurl()
{
    if (!m_definition)
        return;
    m_json->read([this] {
        if (m_form->isLarge())
            return m_banner->setMessage(Tone::Warning, tr("The input is too large for a command."));
        const Json input = m_form->value();
        const SharedJson open = m_memory->storable(input);
        RunRequest request;
        request.definition = *m_definition;
        request.businessKey = m_businessKey->key();
        QApplication::clipboard()->setText(curlCommand(console().runs.address(request), *open));
        navigator().showMessage(sameValue(input, *open)
                                    ? tr("The command was copied. Set TOKEN to your token before you run it.")
                                    : tr("The command was copied, without the passwords. Set TOKEN to your token."));
    });
}

} // namespace podium
