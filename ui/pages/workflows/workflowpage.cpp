// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/workflowpage.h"

namespace podium {

using namespace Qt::StringLiterals;

WorkflowPage::WorkflowPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
}

QString WorkflowPage::title() const
{
    return location().id;
}

QString WorkflowPage::iconName() const
{
    return u"workflow"_s;
}

void WorkflowPage::refresh() {}

} // namespace podium
