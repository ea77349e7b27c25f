// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/services/inputmemory.h"
#include "models/services/runservice.h"
#include "ui/pages/page.h"

#include <optional>

class QLabel;
class QMenu;
class QSplitter;

namespace podium {

class Banner;
class BusinessKeyField;
class FormView;
class InputSource;
class JsonPane;
class RunFooter;
class RunMemory;
class StateView;

/// Starts a run of one workflow: Location{"run", workflowId, version}; with the part "from=INSTANCE" its form is filled
/// with what that run, of this or another workflow, was started with. The form of the input schema on the left, the
/// same input as JSON on the right. What was typed is kept as the draft of the workflow until it is sent or discarded,
/// secrets excepted; what was sent, and presets, can be filled in again.
class RunPage : public Page
{
    Q_OBJECT
public:
    RunPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~RunPage() override;

    QString title() const override;
    QString iconName() const override;
    /// Reads definition and schema again; what was typed stays.
    void refresh() override;
    void signedIn() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    /// Fills the form, e.g. from an earlier run or from the next workflow of a result. Counts as typed.
    void setInput(const SharedJson &input) override;

protected:
    void hideEvent(QHideEvent *event) override; ///< keeps the draft: the page may be about to go

private:
    struct Read
    {
        WorkflowDefinition definition;
        WorkflowSchemas schemas;
        RememberedInputs kept;
    };

    QWidget *makeContent();
    QWidget *makeHeader();
    QWidget *makeTools();
    QWidget *makeForm();
    void connectParts();
    void addKey(const QList<QKeySequence> &keys, void (RunPage::*run)());
    Async<Read> readAll();
    void showRead(const Read &read);
    void showSchema();
    void followServers();
    void fillAtFirst(const RememberedInputs &kept);
    void updateFooter();

    std::optional<InputDraft> draft() const; ///< nothing while the form is as it came
    bool isChanged() const;
    /// Fills the form; `text` tells what happened, beside a way back to what was there.
    void fill(const SharedJson &input, const QString &businessKey, const QString &text);
    void emptyForm();
    void pickInput();
    void copyAsCurl();
    void fillFrom(const QString &part); ///< a part of the location
    QString timeOf(const QDateTime &utc) const;

    void next();
    void back();
    void paste();
    void start();
    void checkInput();
    void dropSettledBanner();
    void confirmThenSend();
    void send();
    void stopWaiting();
    void started(const RunRequest &request, const RunStarted &run);
    void failed(const RunRequest &request, const Error &error);
    void noteSent(const RunRequest &request, const QString &instanceId);

    StateView *m_states = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_description = nullptr;
    QLabel *m_hint = nullptr;
    BusinessKeyField *m_businessKey = nullptr;
    FormView *m_form = nullptr;
    JsonPane *m_json = nullptr;
    QWidget *m_jsonPane = nullptr; ///< with its margins
    QSplitter *m_split = nullptr;
    RunFooter *m_footer = nullptr;
    InputSource *m_source = nullptr;
    RunMemory *m_memory = nullptr;

    std::optional<WorkflowDefinition> m_definition; ///< once everything was read
    SharedJson m_schema;                            ///< of the input; null where there is none
    SharedJson m_defaults;                          ///< the input as the schema has it
    SharedJson m_initial;                           ///< the input before anything was typed, or as it was sent
    SharedJson m_waitingInput;                      ///< until the form is there
    QString m_waitingPart;                          ///< the same
    Pending m_reading;
    Pending m_filling;
    Pending m_starting;
    bool m_bannerIsOfInput = false; ///< it says that the input does not fit yet
};

} // namespace podium
