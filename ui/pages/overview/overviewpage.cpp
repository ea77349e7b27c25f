// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/overviewpage.h"

namespace podium {

using namespace Qt::StringLiterals;

OverviewPage::OverviewPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return u"overview"_s;
}

void OverviewPage::refresh() {}

} // namespace podium
