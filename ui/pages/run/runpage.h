// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/services/runservice.h"
#include "ui/pages/page.h"

namespace podium {

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
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    /// Fills the form, e.g. from an earlier run or from the next workflow of a result.
    void setInput(const SharedJson &input);
};

} // namespace podium
