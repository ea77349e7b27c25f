// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/clock.h"
#include "models/events/cloudevent.h"
#include "models/form/secrets.h"
#include "models/items/itemtexts.h"
#include "models/services/businesskey.h"
#include "models/services/curlcommand.h"
#include "models/services/livefeed.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/events/eventattributes.h"
#include "ui/pages/events/eventpage.h"
#include "ui/pages/run/runmemory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QToolButton>

// The event as a whole: what it is filled with, where it is kept, and its way to the server.

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostListed = 12;

bool sameEvent(const CloudEvent &a, const CloudEvent &b)
{
    const auto dataOf = [](const CloudEvent &event) { return event.data ? *event.data : Json::object(); };
    return a.type == b.type && a.source == b.source && a.subject == b.subject && a.extensions == b.extensions &&
           dataOf(a) == dataOf(b);
}

} // namespace

CloudEvent EventPage::event() const
{
    CloudEvent event = m_attributes->event();
    // The form tells of its changes a moment later.
    if (Json now = m_schema ? m_form->value() : m_data; !now.empty())
        event.data = std::make_shared<const Json>(std::move(now));
    return event;
}

void EventPage::setData(const Json &value)
{
    m_data = value.is_object() ? value : Json::object();
    if (m_schema) {
        m_form->setValue(m_data);
        m_data = m_form->value();
    }
    m_json->setValue(m_data);
}

/// The instance that goes on and the key of a new run are of here, whatever the event was sent to before.
void EventPage::fill(const CloudEvent &filled, const QString &text)
{
    const CloudEvent before = event();
    CloudEvent next = filled;
    next.extensions.removeIf([](const EventExtension &each) {
        return each.name == kInstanceExtension || each.name == kBusinessKeyExtension;
    });
    m_attributes->setEvent(next);
    showSchema();
    setData(filled.data ? *filled.data : Json::object());
    noteEdit();
    m_banner->setMessage(Tone::Info, text, tr("Undo"), [this, before] {
        m_attributes->setEvent(before);
        showSchema();
        setData(before.data ? *before.data : Json::object());
        noteEdit();
        m_banner->clear();
    });
}

std::optional<InputDraft> EventPage::draft() const
{
    if (!m_read || sameEvent(event(), m_initial))
        return std::nullopt;
    return InputDraft{console().clock.now(), {}, std::make_shared<const Json>(toJson(storable(event())))};
}

CloudEvent EventPage::storable(CloudEvent event) const
{
    if (!event.data || !m_schema)
        return event;
    const auto open = withoutSecrets(m_schema, *event.data);
    event.data = open ? std::make_shared<const Json>(*open) : nullptr;
    return event;
}

void EventPage::noteEdit()
{
    if (m_memory)
        m_memory->noteChange();
    m_attributes->showProblems({}, false);
}

void EventPage::fillSentMenu()
{
    m_sentMenu->clear();
    const QList<SentInput> &history = m_memory->kept().history;
    for (const SentInput &sent : history) {
        const auto event = sent.input ? cloudEventFromJson(*sent.input) : Result<CloudEvent>(Error());
        if (!event || m_sentMenu->actions().size() >= kMostListed)
            continue;
        const QString when = timeOf(sent.time);
        QString text = tr("%1, %2").arg(singleLine(event->type, 60), when);
        text.replace(u'&', u"&&"_s);
        m_sentMenu->addAction(themedIcon(u"event"_s), text, this, [this, event = *event, when] {
            fill(event, tr("Filled in: what was sent %1.").arg(when));
        });
    }
    m_sentButton->setEnabled(!m_sentMenu->isEmpty());
    m_sentButton->setToolTip(m_sentMenu->isEmpty() ? tr("Nothing was sent from here yet")
                                                   : tr("Fill in what was sent before"));
}

void EventPage::copyAsCurl()
{
    if (!m_read)
        return;
    m_json->read([this] {
        const CloudEvent whole = event();
        const CloudEvent open = storable(whole);
        QApplication::clipboard()->setText(curlCommand(m_attributes->target(), encode(open, m_attributes->mode())));
        navigator().showMessage(sameEvent(whole, open)
                                    ? tr("The command was copied. Set TOKEN to your token before you run it.")
                                    : tr("The command was copied, without the passwords. Set TOKEN to your token."));
    });
}

void EventPage::send()
{
    if (!m_send->isEnabled())
        return;
    m_json->read([this] {
        if (m_json->problem().isEmpty())
            return checkThenSend();
        m_banner->setMessage(Tone::Danger, tr("The data cannot be used: %1").arg(m_json->problem()));
        m_dataTabs->setCurrentWidget(m_json);
        m_json->focusProblem();
    });
}

void EventPage::checkThenSend()
{
    EventRequest request;
    request.event = event();
    request.event.time = console().clock.now();
    request.mode = m_attributes->mode();
    request.target = m_attributes->target();
    request.workflowId = m_read->definition.id;
    const QList<FieldError> wrong = problems(request.event);
    m_attributes->showProblems(wrong, true);
    if (!wrong.isEmpty())
        return m_banner->setMessage(Tone::Danger, tr("The event is not complete yet: %n field(s) need attention.",
                                                     nullptr, static_cast<int>(wrong.size())));
    if (!m_schema)
        return confirmThenSend(request);
    m_form->check([this, request](const QList<FieldError> &found) {
        if (found.isEmpty())
            return confirmThenSend(request);
        m_dataTabs->setCurrentWidget(m_form);
        m_form->focusField(found.first().pointer);
        // The server has the last word: its schema may be read differently there.
        m_banner->setMessage(Tone::Danger,
                             tr("The data do not fit the schema of the workflow: %n field(s) need attention.", nullptr,
                                static_cast<int>(found.size())),
                             tr("Send anyway"), [this, request] { confirmThenSend(request); });
    });
}

void EventPage::confirmThenSend(const EventRequest &request)
{
    const Environment &environment = console().environment;
    if (!environment.production)
        return sendNow(request);
    Confirmation question;
    question.title = tr("Send an event in production?");
    question.text = tr("“%1” goes to %2 in “%3”, with effects on whatever waits for it.")
                        .arg(singleLine(request.event.type, 100), request.target.toDisplayString(), environment.name);
    question.actionText = tr("Send event");
    question.tone = Tone::Warning;
    confirm(this, question, [this, request] { sendNow(request); });
}

/// First how things are, so that what changes can be told from what was there.
void EventPage::sendNow(const EventRequest &request)
{
    if (!m_send->isEnabled())
        return;
    m_banner->clear();
    setBusy(tr("Sending…"));
    const Async<Done> noted = m_tracker->note(request.workflowId, request.event.extension(kBusinessKeyExtension),
                                              request.event.extension(kInstanceExtension));
    const auto sent =
        chain<EventAnswer>(this, noted, [this, request](const Done &) { return console().events.send(request); });
    m_sending = deliver(sent, this, [this, request](const Result<EventAnswer> &answer) {
        if (answer)
            return accepted(request, *answer);
        setBusy({});
        if (!answer.error().isCancelled())
            m_banner->setError(answer.error());
    });
}

void EventPage::accepted(const EventRequest &request, const EventAnswer &answer)
{
    m_status = answer.status;
    m_memory->discard();
    m_memory->addSent({console().clock.now(), request.event.extension(kBusinessKeyExtension),
                       m_read->definition.version, request.event.extension(kInstanceExtension),
                       std::make_shared<const Json>(toJson(storable(request.event)))});
    fillSentMenu();
    BusinessKeyPlan &plan = m_read->key;
    if (m_attributes->startsRun() && countsKeys(plan.pattern)) {
        ++plan.next;
        console().inputs.keepKey(m_read->definition.id, plan);
    }
    m_attributes->renewId(); // an id is of one event
    m_attributes->setBusinessKey(proposedKey());
    m_initial = event();
    setBusy(tr("Accepted (HTTP %1). Looking at what came of it…").arg(m_status));
    m_tracker->look();
}

void EventPage::showFinding(EventTracker::Finding finding, const WorkflowInstance &instance)
{
    using Finding = EventTracker::Finding;
    setBusy({});
    console().live.refreshNow();
    if (finding == Finding::Nothing)
        return showNothing();
    if (finding == Finding::NotAsked)
        return m_banner->setMessage(Tone::Warning, tr("The event was accepted (HTTP %1). Data Index did not answer, so "
                                                      "what came of it is not known.")
                                                       .arg(m_status));
    if (isResuming()) {
        m_read->instance = instance;
        showTexts();
    }
    const QString state = displayName(instance.state).toLower();
    const QString text =
        finding == Finding::Started
            ? tr("The event was accepted (HTTP %1) and a run started: it is %2.").arg(m_status).arg(state)
            : tr("The event was accepted (HTTP %1) and the instance went on: it is %2.").arg(m_status).arg(state);
    const Tone tone = instance.state == InstanceState::Error ? Tone::Warning : Tone::Success;
    m_banner->setMessage(tone, text, finding == Finding::Started ? tr("Open the run") : tr("Open the instance"),
                         [this, id = instance.id] {
                             navigator().open({u"instance"_s, id, {}});
                         });
}

/// Servers accept an event that nobody waits for in the same way.
void EventPage::showNothing()
{
    if (isResuming())
        return m_banner->setMessage(Tone::Warning,
                                    tr("The event was accepted (HTTP %1), but the instance still waits. Check that it "
                                       "waits for this type, and that the event went to its runtime.")
                                        .arg(m_status),
                                    tr("Open the instance"), [this] {
                                        navigator().open({u"instance"_s, location().id, {}});
                                    });
    m_banner->setMessage(Tone::Warning,
                         m_attributes->startsRun()
                             ? tr("The event was accepted (HTTP %1), but no new run shows. Check the type, and that "
                                  "the event went to the runtime of the workflow.")
                                   .arg(m_status)
                             : tr("The event was accepted (HTTP %1), but nothing shows what it did. It resumes an "
                                  "instance only where that waits for this type.")
                                   .arg(m_status),
                         tr("Look in Instances"), [this] {
                             navigator().open({u"instances"_s, {}, {}});
                         });
}

void EventPage::stopWaiting()
{
    const bool isSent = m_tracker->isLooking();
    m_sending.cancel();
    m_tracker->stop();
    setBusy({});
    m_banner->setMessage(Tone::Warning,
                         isSent ? tr("The event was accepted. You stopped looking at what came of it.")
                                : tr("You stopped waiting. The event may have arrived all the same."),
                         tr("Look in Instances"), [this] {
                             navigator().open({u"instances"_s, {}, {}});
                         });
}

} // namespace podium
