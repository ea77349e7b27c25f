// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/inputtext.h"

#include "models/form/exactnumber.h"
#include "models/workflow/treevalue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("InputText", text);
}

InputReading refusal(const QString &why, int line = 0)
{
    return {nullptr, why, line};
}

InputReading roundedRefusal(const QString &number, const QByteArray &text)
{
    const qsizetype at = std::max<qsizetype>(0, text.indexOf(number.toUtf8()));
    const auto line = static_cast<int>(QByteArrayView(text).first(at).count('\n')) + 1;
    return refusal(say("The number %1 has more digits than can be sent exactly.").arg(number), line);
}

InputReading fromYaml(const QByteArray &text)
{
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return refusal(tree.error().why);
    if (tree->fault().span.isValid() || !tree->fault().message.isEmpty())
        return refusal(tree->fault().message, tree->fault().span.line);
    if (tree->root() < 0 || tree->node(tree->root()).kind != TextTree::Kind::Mapping)
        return refusal(say("It is neither a JSON object nor a YAML mapping."), 1);
    QString rounded; // the first number that is not kept exactly
    auto value = std::make_shared<const Json>(treeValue(*tree, tree->root(), [&rounded](const std::string &number) {
        if (rounded.isEmpty())
            rounded = roundedNumber(number);
    }));
    if (!rounded.isEmpty())
        return roundedRefusal(rounded, text);
    return {std::move(value), {}, 0};
}

} // namespace

InputReading readInput(const QByteArray &text)
{
    const QByteArray begin = text.left(4096).trimmed();
    if (begin.isEmpty() && text.trimmed().isEmpty())
        return {std::make_shared<const Json>(Json::object()), {}, 0};
    if (!begin.startsWith('{') && !begin.startsWith('['))
        return fromYaml(text);
    Result<Json> read = parseJson(text);
    if (!read) {
        static const QRegularExpression number(u"\\d+"_s); // "Line 3, column 7."
        return refusal(read.error().why, number.match(read.error().why).captured().toInt());
    }
    if (!read->is_object())
        return refusal(say("The input must be an object: { … }."), 1);
    if (const QString number = roundedNumber(text); !number.isEmpty())
        return roundedRefusal(number, text);
    return {std::make_shared<const Json>(std::move(*read)), {}, 0};
}

Result<Json> inputFromText(const QByteArray &text)
{
    const InputReading reading = text.trimmed().isEmpty() ? fromYaml(text) : readInput(text);
    if (reading.value)
        return *reading.value;
    Error error;
    error.kind = Error::Kind::Validation;
    error.why = reading.problem;
    return error;
}

} // namespace podium
