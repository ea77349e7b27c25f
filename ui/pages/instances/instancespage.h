// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

namespace podium {

/// All instances, paged by the server, with filters.
class InstancesPage : public Page
{
    Q_OBJECT
public:
    InstancesPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
};

} // namespace podium
