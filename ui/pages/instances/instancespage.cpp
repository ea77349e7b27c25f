// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancespage.h"

namespace podium {

using namespace Qt::StringLiterals;

InstancesPage::InstancesPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}

QString InstancesPage::title() const
{
    return tr("Instances");
}

QString InstancesPage::iconName() const
{
    return u"instance"_s;
}

void InstancesPage::refresh() {}

} // namespace podium
