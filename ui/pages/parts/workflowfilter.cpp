// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/workflowfilter.h"

#include "models/services/workflowcatalog.h"
#include "ui/pages/parts/viewtexts.h"

#include <algorithm>

namespace podium {

namespace {
constexpr int kLongestName = 80;
} // namespace

WorkflowFilter::WorkflowFilter(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Workflow"));
    addItem(tr("All workflows"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    setMaximumWidth(200);
}

void WorkflowFilter::read(WorkflowCatalog &catalog)
{
    m_reading = deliver(catalog.list(), this, [this](Result<QList<WorkflowDefinition>> result) {
        if (!result)
            return; // the list beside it says what is wrong
        QList<WorkflowDefinition> definitions = *result;
        std::sort(definitions.begin(), definitions.end(), [](const auto &a, const auto &b) {
            return QString::localeAwareCompare(a.displayName(), b.displayName()) < 0;
        });
        const QString chosen = workflow();
        clear();
        addItem(tr("All workflows"));
        for (const WorkflowDefinition &definition : std::as_const(definitions)) {
            if (findData(definition.id) < 0)
                addItem(singleLine(definition.displayName(), kLongestName), definition.id);
        }
        setWorkflow(chosen);
    });
}

void WorkflowFilter::setWorkflow(const QString &id)
{
    if (!id.isEmpty() && findData(id) < 0)
        addItem(singleLine(id, kLongestName), id);
    setCurrentIndex(id.isEmpty() ? 0 : findData(id));
}

} // namespace podium
