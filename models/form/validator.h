// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"

#include <functional>
#include <memory>

namespace podium {

class SchemaResolver;

/// Checks values against one JSON Schema. valijson reads the schema; the value is judged here, because messages must be
/// in the user's words and translated, and patterns must run on an engine that gives up (valijson uses std::regex,
/// which overflows the stack on long texts). Newer drafts are mapped to draft 7 first, see schemadraft.h.
/// Immutable once made: const calls from any thread.
class Validator
{
public:
    explicit Validator(const Json &schema);
    /// For one part of a schema document.
    Validator(const SchemaResolver &document, const Json &part);
    ~Validator();
    Validator(Validator &&) noexcept;
    Validator &operator=(Validator &&) noexcept;

    /// Translated: why the schema cannot be used to check anything; "" when it can. Then every value passes here, and
    /// only the server checks it.
    QString problem() const;

    /// What is wrong with `value`, at most kMaxErrors messages, each on the JSON pointer of its field. A missing
    /// property is told on its own pointer. `cancelled` is asked now and then; after it says yes the answer is of no
    /// use.
    QList<FieldError> validate(const Json &value, const std::function<bool()> &cancelled = {}) const;
    bool accepts(const Json &value) const;

    static constexpr int kMaxErrors = 200;

private:
    struct Compiled;
    std::unique_ptr<Compiled> m_compiled;
};

/// For a single value; make a Validator for more.
QList<FieldError> validate(const Json &schema, const Json &value);

} // namespace podium
