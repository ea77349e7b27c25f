// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/workflowspage.h"

namespace podium {

using namespace Qt::StringLiterals;

WorkflowsPage::WorkflowsPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}

QString WorkflowsPage::title() const
{
    return tr("Workflows");
}

QString WorkflowsPage::iconName() const
{
    return u"workflow"_s;
}

void WorkflowsPage::refresh() {}

} // namespace podium
