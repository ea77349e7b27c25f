// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace podium {

/// One value of a list to choose from.
struct FormChoice
{
    Json value;
    QString label; ///< what the user reads: enumNames, a title, else the value itself
};

/// One field of a form, as a JSON Schema describes it. A plain value: knows no widget.
struct FormField
{
    enum class Kind {
        Object,      ///< `members`; FormSchema::members() where the value decides which there are
        Array,       ///< items by FormSchema::item()
        MultiChoice, ///< array without duplicates out of `choices`
        Choice,      ///< one out of `choices`
        Variant,     ///< oneOf/anyOf: one out of `variants`, each by FormSchema::variant()
        Text,
        Number,
        Integer,
        Boolean,
        Constant, ///< always `constant`
        Raw,      ///< edited as JSON; `note` says why
    };
    enum class Widget { Standard, TextArea, Password, Radio, UpDown, Checkboxes, File };

    Kind kind = Kind::Raw;
    Widget widget = Widget::Standard;
    QString key; ///< property name; "" for the root and for items
    QString title;
    QString description;
    QString help;
    QString placeholder;
    QString note;   ///< translated: what of the schema this field does not do
    QString active; ///< name of one of the Orchestrator's widgets, see activeprops.h; "" for a plain field
    bool required = false;
    bool readOnly = false;
    bool nullable = false;
    bool hidden = false;            ///< not shown, its value is kept and sent
    std::optional<Json> hiddenWhen; ///< a condition for the same: see hides()
    bool autofocus = false;         ///< where the keyboard begins
    bool secret = false;            ///< never stored: passwords and write-only values
    /// Its members are made by FormSchema::expanded() when the user asks for them: the schema refers to itself here.
    bool lazy = false;
    /// An object that takes further members, each made by FormSchema::entry(): a map.
    bool takesEntries = false;
    /// Its members depend on the value (if/then/else, dependencies): see FormSchema::members().
    bool conditional = false;

    std::optional<Json> defaultValue;
    std::optional<Json> constant;
    QStringList examples;
    QList<FormChoice> choices;
    QStringList variants; ///< titles of the variants

    QString format; ///< "date", "email"… as the schema says
    QString pattern;
    std::optional<qint64> minLength, maxLength, minItems, maxItems;
    std::optional<Json> minimum, maximum, multipleOf; ///< numbers, bounds included
    bool uniqueItems = false;
    qsizetype tuple = 0;    ///< number of leading items that have a schema of their own
    bool fixedSize = false; ///< a tuple that allows no more items

    std::vector<FormField> members;
    /// The part of the schema it was made of, with references followed and allOf merged.
    SharedJson schema;
    SharedJson source; ///< that part as it was written

    bool isContainer() const { return kind == Kind::Object || kind == Kind::Array || kind == Kind::Variant; }
};

} // namespace podium
