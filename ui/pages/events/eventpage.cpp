// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/events/eventpage.h"

#include "models/core/clock.h"
#include "models/events/cloudevent.h"
#include "models/items/itemtexts.h"
#include "models/services/businesskey.h"
#include "models/services/sessionservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/events/eventattributes.h"
#include "ui/pages/parts/readfailure.h"
#include "ui/pages/run/inputsource.h"
#include "ui/pages/run/runmemory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/timetext.h"

#include <QSplitter>
#include <QTabWidget>
#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

EventPage::EventPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_source(new InputSource(this))
    , m_tracker(new EventTracker(context.console.instances, this))
{
    m_states = new StateView(makeContent(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    connectParts();
    refresh();
}

EventPage::~EventPage()
{
    if (m_memory)
        m_memory->flush(); // while the fields are still there
}

void EventPage::hideEvent(QHideEvent *event)
{
    if (m_memory)
        m_memory->flush();
    Page::hideEvent(event);
}

QString EventPage::title() const
{
    if (!m_read)
        return isResuming() ? tr("Resume %1").arg(location().id.left(8)) : tr("Event to %1").arg(location().id);
    const QString name = singleLine(m_read->definition.displayName(), 60);
    return isResuming() ? tr("Resume %1").arg(name) : tr("Event to %1").arg(name);
}

QString EventPage::iconName() const
{
    return u"event"_s;
}

void EventPage::refresh()
{
    if (!m_read)
        m_states->showLoading(tr("Reading what the workflow waits for…"));
    if (m_memory)
        m_memory->flush();
    m_reading = deliver(readAll(), this, [this](const Result<Read> &read) {
        if (read)
            return showRead(*read);
        showReadFailure(read.error(), m_read.has_value(), m_banner, m_states, [this] { refresh(); });
    });
}

void EventPage::signedIn()
{
    if (!m_read)
        refresh();
}

Async<EventPage::Read> EventPage::readAll()
{
    if (!isResuming())
        return readWorkflowOf({}, location().id, location().version);
    return chain<Read>(this, console().instances.instance(location().id), [this](const WorkflowInstance &instance) {
        return readWorkflowOf(instance, instance.workflowId, instance.version);
    });
}

Async<EventPage::Read> EventPage::readWorkflowOf(const WorkflowInstance &instance, const QString &id,
                                                 const QString &version)
{
    Read start;
    start.instance = instance;
    const auto withKey = [this, id](Read read) {
        return chain<Read>(this, console().inputs.read(id), [read](const RememberedInputs &ofRuns) mutable {
            read.key = ofRuns.key;
            return ready<Read>(read);
        });
    };
    const auto withKept = [this, id, withKey](Read read) {
        return chain<Read>(this, console().inputs.read(eventMemoryName(id)),
                           [read, withKey](const RememberedInputs &kept) mutable {
                               read.kept = kept;
                               return withKey(read);
                           });
    };
    const auto withSchema = [this, withKept](Read read) {
        return chain<Read>(this, readSchema(read.definition), [read, withKept](const SharedJson &schema) mutable {
            read.schema = schema;
            return withKept(read);
        });
    };
    return chain<Read>(this, console().catalog.definition(id, version),
                       [this, start, withSchema](const WorkflowDefinition &definition) {
                           Read read = start;
                           read.definition = definition;
                           return chain<Read>(this, readEvents(definition),
                                              [read, withSchema](const QList<AwaitedEvent> &events) mutable {
                                                  read.events = events;
                                                  return withSchema(read);
                                              });
                       });
}

/// None where the server does not keep the text, or it cannot be read: then the user writes the type.
Async<QList<AwaitedEvent>> EventPage::readEvents(const WorkflowDefinition &definition)
{
    const auto read = [](const WorkflowSource &source) -> Result<QList<AwaitedEvent>> {
        const auto document = readWorkflow(source.text);
        return document ? awaitedEvents(*document) : QList<AwaitedEvent>();
    };
    AsyncSource<QList<AwaitedEvent>> source;
    deliverTo(this, mapOnWorker<QList<AwaitedEvent>>(this, console().catalog.source(definition), read),
              [source](const Result<QList<AwaitedEvent>> &events) {
                  source.finish(events ? *events : QList<AwaitedEvent>());
              });
    return source.future();
}

Async<SharedJson> EventPage::readSchema(const WorkflowDefinition &definition)
{
    AsyncSource<SharedJson> source;
    deliverTo(this, console().catalog.schemas(definition), [source](const Result<WorkflowSchemas> &schemas) {
        source.finish(schemas ? schemas->input : SharedJson());
    });
    return source.future();
}

void EventPage::showRead(const Read &read)
{
    const bool isFirst = !m_read;
    const CloudEvent before = isFirst ? CloudEvent() : event();
    m_read = read;
    if (isFirst)
        m_memory = new RunMemory(
            console().inputs, eventMemoryName(read.definition.id), [this] { return draft(); }, this);
    showTexts();
    EventAttributes::Proposal proposal;
    proposal.events = read.events;
    proposal.targets = eventTargets(console().environment, read.definition);
    proposal.instanceId = read.instance.id;
    proposal.businessKey = proposedKey();
    m_attributes->setProposal(proposal, proposedEvent(wantedPart()));
    showSchema();
    if (isFirst)
        fillAtFirst();
    else
        m_attributes->setEvent(before);
    m_memory->start(m_read->kept, nullptr);
    fillSentMenu();
    setBusy({});
    m_states->showContent();
    if (isFirst && isVisible())
        m_attributes->focusFirst();
    Q_EMIT titleChanged();
}

/// The one that another page asked for, else the one that the instance waits for, else the first; -1 where there is
/// none.
qsizetype EventPage::proposedEvent(const QString &part) const
{
    const QList<AwaitedEvent> &events = m_read->events;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (part == u"event="_s + events.at(i).name)
            return i;
    }
    const qsizetype awaited = awaitedBy(m_read->instance, events, m_read->definition.nodes);
    return awaited < 0 && !events.isEmpty() ? 0 : awaited;
}

/// The draft comes back where it is of the event that is proposed: another one would hide what the instance waits for.
void EventPage::fillAtFirst()
{
    m_initial = event();
    if (!m_read->kept.draft)
        return;
    const InputDraft draft = *m_read->kept.draft;
    const auto kept = cloudEventFromJson(*draft.input);
    if (!kept || (isResuming() && kept->type != event().type))
        return;
    fill(*kept, tr("What you did not send is back, as of %1.").arg(timeOf(draft.time)));
}

void EventPage::showTexts()
{
    const WorkflowDefinition &definition = m_read->definition;
    const QString name = singleLine(definition.displayName(), 80);
    const QString version =
        definition.version.isEmpty() ? QString() : tr("version %1").arg(singleLine(definition.version, 40));
    m_title->setText(isResuming() ? tr("Resume with an event") : tr("Send an event"));
    QStringList about{name, version};
    if (isResuming()) {
        const WorkflowInstance &instance = m_read->instance;
        about << (instance.businessKey.isEmpty() ? tr("instance %1").arg(instance.id)
                                                 : tr("instance %1").arg(singleLine(instance.businessKey, 60)));
        about << displayName(instance.state).toLower();
    }
    about.removeAll(QString());
    m_about->setText(about.join(u" · "_s));
    QString hint;
    if (m_read->events.isEmpty())
        hint = tr("The definition names no event that this workflow waits for, or the server does not keep its text. "
                  "You can send any event all the same.");
    else if (isResuming() && isFinal(m_read->instance.state))
        hint = tr("This instance is over: no event resumes it.");
    else if (isResuming() && awaitedBy(m_read->instance, m_read->events, m_read->definition.nodes) < 0)
        hint = tr("As far as Data Index shows, this instance waits for no event now.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

/// The data of an event that starts a run become the input of the workflow.
void EventPage::showSchema()
{
    const SharedJson schema = m_attributes->startsRun() ? m_read->schema : SharedJson();
    m_dataTabs->setTabVisible(0, schema != nullptr);
    m_dataTabs->tabBar()->setVisible(schema != nullptr);
    if (schema == m_schema)
        return;
    const Json before = m_data; // the new form says at once what it begins with
    m_schema = schema;
    if (schema) {
        m_form->setSchema(schema);
        if (!before.empty())
            m_form->setValue(before);
        m_data = m_form->value();
        m_json->setValue(m_data);
        m_dataTabs->setCurrentIndex(0);
    } else {
        m_dataTabs->setCurrentIndex(1);
    }
}

QString EventPage::proposedKey() const
{
    const BusinessKeyPlan &plan = m_read->key;
    if (plan.pattern.isEmpty())
        return u"event-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    return expandBusinessKey(plan.pattern, {console().session.user().username, m_read->definition.id,
                                            console().clock.now().toLocalTime(), plan.next});
}

QString EventPage::timeOf(const QDateTime &utc) const
{
    return timeText(utc, display().timeStyle(), console().clock.now());
}

QJsonObject EventPage::saveState() const
{
    return {{u"split"_s, QString::fromLatin1(m_split->saveState().toBase64())},
            {u"mode"_s, static_cast<int>(m_attributes->mode())}};
}

void EventPage::restoreState(const QJsonObject &state)
{
    m_split->restoreState(QByteArray::fromBase64(state.value("split"_L1).toString().toLatin1()));
    m_attributes->setMode(static_cast<EventMode>(state.value("mode"_L1).toInt()));
}

} // namespace podium
