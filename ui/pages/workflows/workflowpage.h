// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

namespace podium {

/// One workflow definition: summary and graph, input schema, source, recent runs.
class WorkflowPage : public Page
{
    Q_OBJECT
public:
    WorkflowPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
};

} // namespace podium
