// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/services/runservice.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace podium {

class Banner;
class BusyBar;
class FormView;
class JsonPane;
class StateView;

/// Starts a run of one workflow: Location{"run", workflowId, version}. The form of the input schema on the left, the
/// same input as JSON on the right. What was typed is kept in the page's state until it is sent, secrets excepted.
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

    /// Fills the form, e.g. from an earlier run or from the next workflow of a result.
    void setInput(const SharedJson &input) override;

private:
    QWidget *makeContent();
    QWidget *makeHeader();
    QWidget *makeForm();
    QWidget *makeFooter();
    void connectInputs();
    void showDefinition(const WorkflowDefinition &definition, const WorkflowSchemas &schemas);
    void fill(const Json &input);
    bool isChanged() const;

    void start();
    void checkInput();
    void dropSettledBanner();
    void confirmThenSend();
    void send();
    void cancel();
    void started(const RunStarted &run);
    void failed(const Error &error);
    void setStarting(bool starting);

    StateView *m_states = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_description = nullptr;
    QLabel *m_hint = nullptr;
    QLineEdit *m_businessKey = nullptr;
    FormView *m_form = nullptr;
    JsonPane *m_json = nullptr;
    QWidget *m_jsonPane = nullptr; ///< with its margins
    QSplitter *m_split = nullptr;
    BusyBar *m_busy = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_start = nullptr;

    std::optional<WorkflowDefinition> m_definition; ///< once everything was read
    Json m_initial = Json::object();                ///< the input before anything was typed
    std::optional<Json> m_waitingInput;             ///< until the form is there
    Pending m_reading;
    Pending m_starting;
    bool m_bannerIsOfInput = false; ///< it says that the input does not fit yet
    QTimer m_tick;
    QElapsedTimer m_since;
};

} // namespace podium
