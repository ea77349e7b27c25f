// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QTreeWidget>

namespace podium {

/// The properties of a JSON Schema as rows: name, type, whether required, what it says. References within the schema
/// are followed, circles end at their second visit.
class SchemaTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit SchemaTree(QWidget *parent = nullptr);

    void setSchema(const SharedJson &schema);

private:
    void addProperties(QTreeWidgetItem *parent, const Json &schema, int depth);
    void addProperty(QTreeWidgetItem *parent, const QString &name, const Json &schema, bool required, int depth);
    const Json &resolved(const Json &schema) const;

    SharedJson m_schema;
    int m_rows = 0;
};

} // namespace podium
