// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonatavalue.h"

#include <algorithm>
#include <cmath>

namespace podium {

JsonataValue JsonataValue::array(List items)
{
    JsonataValue value;
    value.m_list = std::make_shared<const List>(std::move(items));
    return value;
}

JsonataValue JsonataValue::sequence(List items, bool keepsArray)
{
    if (items.empty())
        return {};
    if (items.size() == 1 && !keepsArray)
        return std::move(items.front());
    return array(std::move(items));
}

JsonataValue JsonataValue::function(const JsonataNode *lambda, std::shared_ptr<const JsonataScope> scope)
{
    JsonataValue value;
    value.m_lambda = lambda;
    value.m_scope = std::move(scope);
    return value;
}

JsonataValue JsonataValue::function(const QString &builtIn)
{
    JsonataValue value;
    value.m_builtIn = builtIn;
    return value;
}

std::size_t JsonataValue::size() const
{
    if (m_list)
        return m_list->size();
    if (m_data && m_data->is_array())
        return m_data->size();
    return exists() ? 1 : 0;
}

JsonataValue JsonataValue::at(std::size_t index) const
{
    if (index >= size())
        return {};
    if (m_list)
        return (*m_list)[index];
    return m_data && m_data->is_array() ? JsonataValue(SharedJson(m_data, &(*m_data)[index])) : *this;
}

JsonataValue JsonataValue::member(const std::string &key) const
{
    if (!m_data || !m_data->is_object())
        return {};
    const auto found = m_data->find(key);
    return found == m_data->end() ? JsonataValue() : JsonataValue(SharedJson(m_data, &*found));
}

Json JsonataValue::toJson() const
{
    if (m_data)
        return *m_data;
    if (!m_list)
        return nullptr;
    Json array = Json::array();
    for (const JsonataValue &item : *m_list)
        array.push_back(item.toJson());
    return array;
}

bool JsonataValue::isTrue() const
{
    if (m_list)
        return std::any_of(m_list->begin(), m_list->end(), [](const JsonataValue &item) { return item.isTrue(); });
    if (!m_data)
        return false;
    if (m_data->is_boolean())
        return m_data->get<bool>();
    if (m_data->is_number())
        return m_data->get<double>() != 0;
    if (m_data->is_string())
        return !m_data->get_ref<const std::string &>().empty();
    if (m_data->is_array()) {
        for (std::size_t i = 0; i < m_data->size(); ++i) {
            if (at(i).isTrue())
                return true;
        }
        return false;
    }
    return m_data->is_object() && !m_data->empty();
}

std::optional<QString> JsonataValue::text() const
{
    return m_data && m_data->is_string() ? std::optional(toQString(*m_data)) : std::nullopt;
}

std::optional<double> JsonataValue::number() const
{
    return m_data && m_data->is_number() ? std::optional(m_data->get<double>()) : std::nullopt;
}

Json jsonataNumber(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return static_cast<qint64>(number);
    return std::isfinite(number) ? Json(number) : Json(nullptr);
}

QString jsonataText(const JsonataValue &value)
{
    if (!value.exists() || value.isFunction())
        return {};
    if (const auto text = value.text())
        return *text;
    if (const auto number = value.number())
        return QString::fromUtf8(toBytes(jsonataNumber(*number)));
    return QString::fromUtf8(toBytes(value.toJson()));
}

} // namespace podium
