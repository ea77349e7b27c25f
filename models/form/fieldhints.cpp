// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/fieldhints.h"

#include "models/form/activeprops.h"
#include "models/form/formats.h"
#include "models/form/hiddenwhen.h"
#include "models/form/secrets.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// "ui:name" or its other spelling, "name" within "ui:options".
const Json *hint(const Json &schema, const char *name)
{
    if (const Json *direct = memberAt(schema, (std::string("ui:") + name).c_str()))
        return direct;
    const Json *options = memberAt(schema, "ui:options");
    return options ? memberAt(*options, name) : nullptr;
}

QString hintText(const Json &schema, const char *name)
{
    const Json *text = hint(schema, name);
    return text ? toQString(*text) : QString();
}

bool hintIsTrue(const Json &schema, const char *name)
{
    const Json *flag = hint(schema, name);
    return flag && *flag == true;
}

std::optional<qint64> count(const Json &schema, const char *key)
{
    const Json *number = memberAt(schema, key);
    if (!number || !number->is_number())
        return std::nullopt;
    const double value = number->get<double>();
    return value >= 0 && value < 1e15 ? std::optional(static_cast<qint64>(value)) : std::nullopt;
}

std::optional<Json> numberAt(const Json &schema, const char *key)
{
    const Json *number = memberAt(schema, key);
    return number && number->is_number() ? std::optional(*number) : std::nullopt;
}

void readWidget(FormField &field, const QString &name)
{
    using Widget = FormField::Widget;
    static const QHash<QString, Widget> known{
        {u"textarea"_s, Widget::TextArea}, {u"password"_s, Widget::Password}, {u"radio"_s, Widget::Radio},
        {u"updown"_s, Widget::UpDown},     {u"range"_s, Widget::UpDown},      {u"checkboxes"_s, Widget::Checkboxes},
        {u"file"_s, Widget::File},
    };
    static const QSet<QString> plain{u"text"_s,      u"select"_s, u"checkbox"_s, u"email"_s,       u"uri"_s,
                                     u"url"_s,       u"date"_s,   u"time"_s,     u"datetime"_s,    u"number"_s,
                                     u"date-time"_s, u"string"_s, u"alt-date"_s, u"alt-datetime"_s};
    if (name == "hidden"_L1)
        field.hidden = true;
    else if (known.contains(name))
        field.widget = known.value(name);
    else if (!name.isEmpty() && !plain.contains(name)) {
        field.active = isActiveWidget(name) ? name : QString();
        field.note = QCoreApplication::translate("FormSchema", "The widget “%1” is shown as a plain field.").arg(name);
    }
}

void readLimits(FormField &field, const Json &schema)
{
    field.format = stringAt(schema, "format");
    field.pattern = stringAt(schema, "pattern");
    field.minLength = count(schema, "minLength");
    field.maxLength = count(schema, "maxLength");
    field.minItems = count(schema, "minItems");
    field.maxItems = count(schema, "maxItems");
    field.minimum = numberAt(schema, "minimum");
    field.maximum = numberAt(schema, "maximum");
    field.multipleOf = numberAt(schema, "multipleOf");
    field.uniqueItems = schema.value("uniqueItems", Json(false)) == true;
}

} // namespace

QString titleFromKey(const QString &key)
{
    QString title;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const QChar c = key.at(i);
        const bool wordStarts = i > 0 && c.isUpper() && key.at(i - 1).isLower();
        if (wordStarts && !title.endsWith(u' '))
            title += u' ';
        const bool acronym = i + 1 < key.size() ? key.at(i + 1).isUpper() : i > 0 && key.at(i - 1).isUpper();
        if (c == u'_' || c == u'-')
            title += u' ';
        else
            title += wordStarts && !acronym ? c.toLower() : c;
    }
    title = title.simplified();
    if (title.isEmpty())
        return key;
    title[0] = title.at(0).toUpper();
    return title;
}

QString choiceLabel(const Json &value)
{
    if (value.is_boolean())
        return value.get<bool>() ? QCoreApplication::translate("FormSchema", "Yes")
                                 : QCoreApplication::translate("FormSchema", "No");
    if (value.is_null())
        return QCoreApplication::translate("FormSchema", "None");
    return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
}

QList<FormChoice> readChoices(const Json &schema, bool *nullable)
{
    QList<FormChoice> choices;
    const Json *values = memberAt(schema, "enum");
    const Json *names = memberAt(schema, "enumNames");
    if (!names)
        names = hint(schema, "enumNames");
    for (std::size_t i = 0; values && values->is_array() && i < values->size(); ++i) {
        const Json &value = (*values)[i];
        if (value.is_null()) {
            *nullable = true;
            continue;
        }
        const bool isNamed = names && names->is_array() && i < names->size() && (*names)[i].is_string();
        choices.append({value, isNamed ? toQString((*names)[i]) : choiceLabel(value)});
    }
    return choices;
}

std::vector<std::string> orderedProperties(const Json &schema)
{
    std::vector<std::string> names;
    const Json *properties = memberAt(schema, "properties");
    if (!properties || !properties->is_object())
        return names;
    for (const auto &[name, part] : properties->items())
        names.push_back(name);
    const Json *order = hint(schema, "order");
    if (!order || !order->is_array())
        return names;
    const auto position = [order](const std::string &name) {
        auto rest = order->size();
        for (std::size_t i = 0; i < order->size(); ++i) {
            if ((*order)[i] == name)
                return i;
            if ((*order)[i] == "*")
                rest = i;
        }
        return rest;
    };
    std::stable_sort(names.begin(), names.end(),
                     [&position](const auto &a, const auto &b) { return position(a) < position(b); });
    return names;
}

void readHints(FormField &field, const Json &schema)
{
    readWidget(field, hintText(schema, "widget"));
    readLimits(field, schema);
    field.title = hintText(schema, "title");
    if (field.title.isEmpty())
        field.title = stringAt(schema, "title");
    if (field.title.isEmpty())
        field.title = titleFromKey(field.key);
    field.description = hintText(schema, "description");
    if (field.description.isEmpty())
        field.description = stringAt(schema, "description");
    field.help = hintText(schema, "help");
    field.placeholder = hintText(schema, "placeholder");
    field.readOnly = schema.value("readOnly", Json(false)) == true || hintIsTrue(schema, "readonly") ||
                     hintIsTrue(schema, "disabled");
    field.hidden = field.hidden || hintIsTrue(schema, "hidden");
    if (const Json *when = hint(schema, "hidden"); when && isHiddenCondition(*when))
        field.hiddenWhen = *when;
    field.autofocus = hintIsTrue(schema, "autofocus");
    field.secret = saysSecret(schema);
    if (field.format == "password"_L1)
        field.widget = FormField::Widget::Password;
    else if (isFileFormat(field.format) || stringAt(schema, "contentEncoding") == "base64"_L1)
        field.widget = FormField::Widget::File;
    if (const Json *standard = memberAt(schema, "default"))
        field.defaultValue = *standard;
    if (const Json *examples = memberAt(schema, "examples"); examples && examples->is_array()) {
        for (const Json &example : *examples)
            field.examples.append(choiceLabel(example));
    } else if (const Json *example = memberAt(schema, "example")) {
        field.examples.append(choiceLabel(*example));
    }
}

} // namespace podium
