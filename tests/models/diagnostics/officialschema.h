// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <memory>

namespace podium {

/// The official JSON Schema of Serverless Workflow 0.8 (../shared/data/schema-0.8), as valijson judges by it: shares
/// nothing with Podium's rules.
class OfficialSchema
{
public:
    explicit OfficialSchema(const QString &folder);
    ~OfficialSchema();

    bool isThere() const;
    /// "" where it fits, else why not.
    QString fault(const Json &definition) const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> m_parsed;
};

} // namespace podium
