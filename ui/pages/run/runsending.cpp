// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/clock.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/run/businesskeyfield.h"
#include "ui/pages/run/runfooter.h"
#include "ui/pages/run/runmemory.h"
#include "ui/pages/run/runpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"

namespace podium {

using namespace Qt::StringLiterals;

// From the wish to start to the answer.

void RunPage::start()
{
    if (!m_definition || m_footer->isStarting())
        return;
    m_json->read([this] {
        // Nothing is sent that was not seen: a wizard leads to its review first.
        if (m_json->problem().isEmpty())
            return m_form->hasSteps() && !m_form->isReviewing() ? m_form->goToReview() : checkInput();
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
        if (!m_form->isReviewing())
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
    if (m_footer->isStarting())
        return;
    m_banner->clear();
    m_bannerIsOfInput = false;
    m_footer->setStarting(true);
    RunRequest request;
    request.definition = *m_definition;
    request.input = m_form->input();
    request.businessKey = m_businessKey->key();
    request.tokenHeaders = m_form->tokenHeaders();
    m_starting = deliver(console().runs.start(request), this, [this, request](const Result<RunStarted> &result) {
        m_footer->setStarting(false);
        if (result)
            started(request, *result);
        else
            failed(request, result.error());
    });
}

void RunPage::stopWaiting()
{
    m_starting.cancel();
    m_footer->setStarting(false);
    m_banner->setMessage(Tone::Warning, tr("You stopped waiting. The run may have started all the same."),
                         tr("Look in Instances"), [this] {
                             navigator().open({u"instances"_s, {}, {}});
                         });
}

/// There is no draft any more: the run exists.
void RunPage::noteSent(const RunRequest &request, const QString &instanceId)
{
    m_initial = m_form->input();
    m_businessKey->keyUsed();
    m_memory->discard();
    // A large input is not kept: it came from a file or the clipboard, where it still is.
    m_memory->addSent({console().clock.now(), request.businessKey, request.definition.version, instanceId,
                       m_form->isLarge() ? nullptr : request.input});
}

void RunPage::started(const RunRequest &request, const RunStarted &run)
{
    noteSent(request, run.instanceId);
    navigator().showMessage(tr("The run of “%1” was started.").arg(m_definition->displayName()));
    if (!run.instanceId.isEmpty())
        navigator().open({u"instance"_s, run.instanceId, {}});
}

void RunPage::failed(const RunRequest &request, const Error &error)
{
    if (error.isCancelled())
        return;
    if (!error.instanceId.isEmpty()) {
        noteSent(request, error.instanceId);
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

} // namespace podium
