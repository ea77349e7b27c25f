// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "models/domain/servercapabilities.h"

namespace podium {

/// The types whose fields are asked for, once per connection.
const QStringList &introspectedTypes();

/// Puts the fields of one of these types where they belong.
void setFieldsOf(ServerCapabilities &capabilities, const QString &typeName, const QSet<QString> &fields);

/// What every supported server has (10.0), for one that hides its schema.
ServerCapabilities oldestCapabilities();

/// Without the fields whose promised values are missing, so that the objects around them can be read after all.
ServerCapabilities without(ServerCapabilities capabilities, const QList<GraphqlError> &missing);

} // namespace podium
