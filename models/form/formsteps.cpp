// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formsteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

namespace {

bool isGroup(const FormField &field)
{
    const Json *type = field.schema ? memberAt(*field.schema, "type") : nullptr;
    return field.kind == FormField::Kind::Object ||
           (field.kind == FormField::Kind::Variant && type && *type == "object");
}

} // namespace

QList<FormStep> formSteps(const std::vector<const FormField *> &members)
{
    const auto groups = std::count_if(members.begin(), members.end(),
                                      [](const FormField *member) { return !member->hidden && isGroup(*member); });
    if (groups < 2)
        return {};
    QList<FormStep> steps;
    qsizetype plain = -1;
    for (const FormField *member : members) {
        if (member->hidden)
            continue;
        if (isGroup(*member)) {
            steps << FormStep{member->title, {member->key}};
            continue;
        }
        if (plain < 0) {
            plain = steps.size();
            steps << FormStep{QCoreApplication::translate("FormSchema", "General"), {}};
        }
        steps[plain].keys << member->key;
    }
    return steps;
}

} // namespace podium
