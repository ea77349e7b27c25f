// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

namespace podium {

/// One instance: state and actions, graph with live node states, timeline, variables, error, result, family, jobs.
class InstanceDetailPage : public Page
{
    Q_OBJECT
public:
    InstanceDetailPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
};

} // namespace podium
