// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/runpage.h"

namespace podium {

RunPage::RunPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}
RunPage::~RunPage() = default;
QString RunPage::title() const
{
    return tr("Run %1").arg(location().id);
}
QString RunPage::iconName() const
{
    return QStringLiteral("run");
}
void RunPage::refresh() {}
QJsonObject RunPage::saveState() const
{
    return {};
}
void RunPage::restoreState(const QJsonObject &) {}
void RunPage::setInput(const SharedJson &) {}

} // namespace podium
