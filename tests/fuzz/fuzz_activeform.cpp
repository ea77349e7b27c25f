// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activechoices.h"
#include "models/form/activefetch.h"
#include "models/form/activeschema.h"
#include "models/form/formschema.h"
#include "models/form/jsonata.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

/// Up to the first newline an expression, a template and the schema of a field; then an answer: nothing may crash, hang
/// or throw.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype cut = bytes.indexOf('\n');
    const QByteArray first = cut < 0 ? bytes : bytes.left(cut);
    const auto parsed = parseJson(cut < 0 ? QByteArray("{}") : bytes.mid(cut + 1));
    const auto answer = std::make_shared<const Json>(parsed ? *parsed : Json::object());

    const Jsonata expression(QString::fromUtf8(first));
    const auto outcome = expression.evaluate(answer);
    if (outcome.value && (!outcome.problem.isEmpty() || !expression.problem().isEmpty()))
        std::abort();
    ActiveValues values;
    values.current = answer;
    const Json text = toBytes(Json(first.toStdString())).toStdString();
    (void)templateProblem(text);
    (void)fillTemplate(Json(QString::fromUtf8(first).toStdString()), values);
    QStringList missing;
    (void)fillAddress(QString::fromUtf8(first), values, &missing);

    const auto schema = parseJson(first);
    if (!schema)
        return 0;
    const auto document = std::make_shared<const Json>(*schema);
    const UpdatedSchema updated = withParts(document, *answer);
    (void)keepWhatFits(*answer, updated);
    FormField field = FormSchema(document).root();
    field.active = QStringLiteral("ActiveDropdown");
    const ActiveProps props = readActiveProps(field);
    (void)activeProblem(field, props);
    (void)activeShortcomings(props);
    const ActiveAnswer found = selected(props, answer, answer);
    (void)activeChoices(found);
    (void)activeTexts(found, QStringLiteral("autocomplete"));
    (void)filledRequest(props.fetch, values, &missing);
    return 0;
}
