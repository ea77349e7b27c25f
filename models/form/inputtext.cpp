// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/inputtext.h"

#include "models/form/exactnumber.h"
#include "models/workflow/treevalue.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("InputText", text);
}

Error refusal(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.why = why;
    return error;
}

Error roundedRefusal(const QString &number)
{
    return refusal(say("The number %1 has more digits than can be sent exactly.").arg(number));
}

Result<Json> fromYaml(const QByteArray &text)
{
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return refusal(tree.error().why);
    if (tree->fault().span.isValid() || !tree->fault().message.isEmpty())
        return refusal(tree->fault().message);
    if (tree->root() < 0 || tree->node(tree->root()).kind != TextTree::Kind::Mapping)
        return refusal(say("It is neither a JSON object nor a YAML mapping."));
    QString rounded; // the first number that is not kept exactly
    Json value = treeValue(*tree, tree->root(), [&rounded](const std::string &number) {
        if (rounded.isEmpty())
            rounded = roundedNumber(number);
    });
    if (!rounded.isEmpty())
        return roundedRefusal(rounded);
    return value;
}

} // namespace

Result<Json> inputFromText(const QByteArray &text)
{
    const QByteArray begin = text.left(4096).trimmed();
    if (!begin.startsWith('{') && !begin.startsWith('['))
        return fromYaml(text);
    Result<Json> read = parseJson(text);
    if (!read)
        return refusal(read.error().why);
    if (!read->is_object())
        return refusal(say("The input must be an object: { … }."));
    if (const QString number = roundedNumber(text); !number.isEmpty())
        return roundedRefusal(number);
    return read;
}

} // namespace podium
