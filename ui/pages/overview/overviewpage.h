// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

namespace podium {

/// Whether anything is wrong, at a glance: counts by state, what failed, what runs, what cannot run.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
};

} // namespace podium
