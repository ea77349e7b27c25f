// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace podium {

/// One entry of `errors` (https://spec.graphql.org/October2021/#sec-Errors).
struct GraphqlError
{
    QString message;
    QStringList path; ///< from the root field down; positions in lists are left out
    QString classification;

    /// A value that the schema promises and the server does not have: takes the object around it away with it.
    bool isMissingValue() const;
    /// The query does not fit the schema: what was learnt about the server is out of date.
    bool isValidation() const;
};

/// Both can be there: what could be read, and why the rest could not.
struct GraphqlAnswer
{
    Json data;
    QList<GraphqlError> errors;
};

/// Kind::Protocol for what is no GraphQL answer. Any bytes, any thread.
Result<GraphqlAnswer> decodeGraphqlAnswer(QByteArrayView body);

/// The rows of a root field. When there are none because of `errors`, the first of them as an Error; null rows are left
/// in.
Result<Json *> rowsOf(GraphqlAnswer &answer, const char *rootField);

/// Field names of `{ __type { fields { name } inputFields { name } } }`; empty for an unknown type, nullopt where the
/// server hides its schema.
std::optional<QSet<QString>> decodeTypeFields(const GraphqlAnswer &answer);

/// `errors` in the user's words. `what` is left to the caller.
Error errorOf(const QList<GraphqlError> &errors);

} // namespace podium
