// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancepage.h"

namespace podium {

using namespace Qt::StringLiterals;

InstanceDetailPage::InstanceDetailPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}

QString InstanceDetailPage::title() const
{
    return location().id;
}

QString InstanceDetailPage::iconName() const
{
    return u"instance"_s;
}

void InstanceDetailPage::refresh() {}

} // namespace podium
