// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/events/eventtracker.h"
#include "models/events/workflowevents.h"
#include "models/services/eventservice.h"
#include "models/services/inputmemory.h"
#include "ui/pages/page.h"

#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace podium {

class Banner;
class BusyBar;
class EventAttributes;
class FormView;
class InputSource;
class JsonPane;
class RunMemory;
class StateView;

/// Sends a CloudEvent: Location{"event", workflowId, version} to a workflow, Location{"resume", instanceId} to an
/// instance that waits; the part "event=NAME" proposes one of several events. Attributes on the left, as what the workflow waits for proposes them; the data on the right, as
/// a form where the event starts a run of a workflow with an input schema, and as JSON. After sending it looks at
/// what came of it, because the answer to an event says nothing of that.
class EventPage : public Page
{
    Q_OBJECT
public:
    EventPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~EventPage() override;

    QString title() const override;
    QString iconName() const override;
    void refresh() override; ///< what was typed stays
    void signedIn() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void hideEvent(QHideEvent *event) override; ///< keeps the draft: the page may be about to go

private:
    struct Read
    {
        WorkflowInstance instance; ///< empty unless one is to go on
        WorkflowDefinition definition;
        QList<AwaitedEvent> events;
        SharedJson schema; ///< of the workflow's input; null where there is none
        RememberedInputs kept;
        BusinessKeyPlan key; ///< of the workflow's runs
    };

    bool isResuming() const { return location().kind == QLatin1String("resume"); }
    QWidget *makeContent();
    QWidget *makeHeader();
    QWidget *makeTools();
    QWidget *makeData();
    QWidget *makeFooter();
    void connectParts();
    Async<Read> readAll();
    Async<Read> readWorkflowOf(const WorkflowInstance &instance, const QString &id, const QString &version);
    Async<QList<AwaitedEvent>> readEvents(const WorkflowDefinition &definition);
    Async<SharedJson> readSchema(const WorkflowDefinition &definition);
    void showRead(const Read &read);
    void showTexts();
    qsizetype proposedEvent(const QString &part) const;
    void fillAtFirst();
    void showSchema();
    QString proposedKey() const;
    QString timeOf(const QDateTime &utc) const;

    CloudEvent event() const; ///< as it would be sent now, without time
    void setData(const Json &value);
    void fill(const CloudEvent &event, const QString &text);
    std::optional<InputDraft> draft() const;
    CloudEvent storable(CloudEvent event) const; ///< without secrets
    void noteEdit();
    void fillSentMenu();
    void copyAsCurl();

    void send();
    void checkThenSend();
    void confirmThenSend(const EventRequest &request);
    void sendNow(const EventRequest &request);
    void accepted(const EventRequest &request, const EventAnswer &answer);
    void showFinding(EventTracker::Finding finding, const WorkflowInstance &instance);
    void showNothing();
    void stopWaiting();
    void setBusy(const QString &text); ///< "" for idle

    StateView *m_states = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_hint = nullptr;
    QToolButton *m_sentButton = nullptr;
    QMenu *m_sentMenu = nullptr;
    EventAttributes *m_attributes = nullptr;
    QTabWidget *m_dataTabs = nullptr;
    FormView *m_form = nullptr;
    JsonPane *m_json = nullptr;
    QSplitter *m_split = nullptr;
    BusyBar *m_busy = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_send = nullptr;
    InputSource *m_source = nullptr;
    RunMemory *m_memory = nullptr; ///< once the workflow is known
    EventTracker *m_tracker = nullptr;

    std::optional<Read> m_read;
    SharedJson m_schema; ///< of the form that is shown; null for none
    Json m_data = Json::object();
    CloudEvent m_initial; ///< as it was before anything was typed, or as it was sent
    int m_status = 0;     ///< HTTP, of the last answer
    Pending m_reading;
    Pending m_sending;
};

} // namespace podium
