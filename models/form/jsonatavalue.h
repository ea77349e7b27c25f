// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/jsonatanode.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace podium {

struct JsonataScope;

/// What a part of an expression is worth: nothing, a part of the input (never copied), a list made on the way, or a
/// function.
class JsonataValue
{
public:
    using List = std::vector<JsonataValue>;

    JsonataValue() = default;
    explicit JsonataValue(SharedJson data)
        : m_data(std::move(data))
    {
    }
    static JsonataValue of(Json data) { return JsonataValue(std::make_shared<const Json>(std::move(data))); }
    static JsonataValue array(List items);
    /// Of what was found: one item stands for itself, none for nothing.
    static JsonataValue sequence(List items, bool keepsArray = false);
    static JsonataValue function(const JsonataNode *lambda, std::shared_ptr<const JsonataScope> scope);
    static JsonataValue function(const QString &builtIn);

    bool exists() const { return m_data || m_list || isFunction(); }
    bool isArray() const { return m_list || (m_data && m_data->is_array()); }
    bool isFunction() const { return m_lambda || !m_builtIn.isEmpty(); }
    bool isConstructed() const { return m_isConstructed; }
    void setConstructed(bool on) { m_isConstructed = on; }

    std::size_t size() const; ///< of an array; else 1, or 0 for nothing
    JsonataValue at(std::size_t index) const;
    JsonataValue member(const std::string &key) const; ///< of an object
    const Json *data() const { return m_data.get(); }  ///< null for lists and functions
    const SharedJson &shared() const { return m_data; }
    const JsonataNode *lambda() const { return m_lambda; }
    const std::shared_ptr<const JsonataScope> &scope() const { return m_scope; }
    const QString &builtIn() const { return m_builtIn; }

    Json toJson() const; ///< null for functions
    bool isTrue() const; ///< as the language sees it
    std::optional<QString> text() const;
    std::optional<double> number() const;

private:
    SharedJson m_data;
    std::shared_ptr<const List> m_list;
    const JsonataNode *m_lambda = nullptr; ///< lives as long as the expression
    std::shared_ptr<const JsonataScope> m_scope;
    QString m_builtIn;
    bool m_isConstructed = false; ///< by [ ]: not flattened into what is around it
};

/// Variables, within those around them.
struct JsonataScope
{
    std::map<QString, JsonataValue> variables;
    std::shared_ptr<const JsonataScope> parent;
};

/// A number as JSON: whole ones without a point.
Json jsonataNumber(double number);
/// As $string() writes it; "" for nothing.
QString jsonataText(const JsonataValue &value);

} // namespace podium
