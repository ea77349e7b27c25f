// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/workflowresult.h"

#include <QLocale>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

// Names of the runtime's own variables (SWFConstants of Kogito).
constexpr auto kData = "workflowdata";
constexpr auto kInput = "workflowdatainput";

/// The member of a shared document, sharing its life.
SharedJson part(const SharedJson &whole, const Json *member)
{
    return member ? SharedJson(whole, member) : nullptr;
}

ResultOutput outputOf(const Json &entry)
{
    ResultOutput output;
    output.key = stringAt(entry, "key");
    const Json *value = memberAt(entry, "value");
    if (value)
        output.text = value->is_string() ? toQString(*value) : QString::fromUtf8(toBytes(*value, 2));
    const QString format = stringAt(entry, "format").toLower();
    if (format == "number"_L1 && value && value->is_number()) {
        output.format = ResultOutput::Format::Number;
        output.text = value->is_number_float() ? QLocale().toString(value->get<double>(), 'g', 15) : output.text;
    } else if (format == "link"_L1) {
        const QUrl link(output.text.trimmed(), QUrl::StrictMode);
        const QString scheme = link.scheme();
        if (link.isValid() && (scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1)) {
            output.format = ResultOutput::Format::Link;
            output.link = link;
        }
    } else if (format == "markdown"_L1 && value && value->is_string()) {
        output.format = ResultOutput::Format::Markdown;
    }
    return output;
}

} // namespace

const Json *resultPart(const Json &variables)
{
    const Json *data = memberAt(variables, kData);
    return memberAt(data ? *data : variables, "result");
}

std::optional<WorkflowResult> resultOf(const Json &variables)
{
    const Json *found = resultPart(variables);
    if (!found || !found->is_object())
        return {};
    WorkflowResult result;
    result.message = stringAt(*found, "message");
    result.completedWith = stringAt(*found, "completedWith");
    if (const Json *outputs = memberAt(*found, "outputs"); outputs && outputs->is_array()) {
        for (const Json &entry : *outputs) {
            if (entry.is_object())
                result.outputs.append(outputOf(entry));
        }
    }
    if (const Json *next = memberAt(*found, "nextWorkflows"); next && next->is_array()) {
        for (const Json &entry : *next) {
            const QString id = stringAt(entry, "id");
            const QString name = stringAt(entry, "name");
            if (!id.isEmpty())
                result.nextWorkflows.append({id, name.isEmpty() ? id : name});
        }
    }
    const bool empty = result.message.isEmpty() && result.outputs.isEmpty() && result.nextWorkflows.isEmpty() &&
                       result.completedWith.isEmpty();
    // A workflow may call some data of its own "result".
    return empty ? std::nullopt : std::optional(result);
}

SharedJson workflowDataOf(const SharedJson &variables)
{
    if (!variables || !variables->is_object())
        return variables;
    const Json *data = memberAt(*variables, kData);
    const auto own = static_cast<std::size_t>(data ? 1 : 0) + (memberAt(*variables, kInput) ? 1 : 0);
    return data && variables->size() == own ? part(variables, data) : variables;
}

} // namespace podium
