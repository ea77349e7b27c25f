// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fieldeditor.h"

#include "ui/form/activeeditor.h"
#include "ui/form/arrayeditor.h"
#include "ui/form/choiceeditors.h"
#include "ui/form/fileeditor.h"
#include "ui/form/objecteditor.h"
#include "ui/form/raweditor.h"
#include "ui/form/texteditors.h"
#include "ui/form/varianteditor.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace podium {

QStringList ProblemSet::takeAt(const QString &pointer)
{
    QStringList taken;
    for (qsizetype i = 0; i < m_open.size();) {
        if (m_open.at(i).pointer == pointer)
            taken << m_open.takeAt(i).message;
        else
            ++i;
    }
    return taken;
}

QStringList ProblemSet::takeInside(const QString &pointer)
{
    QStringList taken;
    for (qsizetype i = 0; i < m_open.size();) {
        if (m_open.at(i).pointer.startsWith(QString(pointer + u'/')))
            taken << m_open.takeAt(i).message;
        else
            ++i;
    }
    return taken;
}

FieldEditor::FieldEditor(FormContext &context, const FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(field)
    , m_depth(context.depth)
{
    --context.rowsLeft;
}

FieldEditor::~FieldEditor()
{
    ++m_context.rowsLeft;
}

void FieldEditor::placeProblems(ProblemSet &problems, const QString &pointer)
{
    Q_UNUSED(problems)
    Q_UNUSED(pointer)
}

std::optional<Json> ScalarEditor::value() const
{
    if (!m_isEdited)
        return m_set;
    auto value = typed();
    if (!value && field().required && field().nullable)
        return Json(nullptr);
    return value;
}

void ScalarEditor::setValue(const std::optional<Json> &value)
{
    if (sameValue(this->value(), value))
        return;
    m_set = value;
    m_isEdited = false;
    show(value);
}

void ScalarEditor::noteEdit()
{
    m_isEdited = true;
    Q_EMIT edited();
}

FieldEditor *makeEditor(FormContext &context, const FormField &field, QWidget *parent)
{
    using Kind = FormField::Kind;
    if (context.rowsLeft <= 0 || context.depth > FormContext::kMaxDepth) {
        FormField raw = field;
        raw.kind = Kind::Raw;
        raw.note = FieldEditor::tr("The form is too large to show this part as fields.");
        return new RawEditor(context, raw, parent);
    }
    if (context.active && !field.active.isEmpty())
        return makeActiveEditor(context, field, parent);
    switch (field.kind) {
    case Kind::Object:
        return new ObjectEditor(context, field,
                                context.depth == 1 ? ObjectEditor::Look::Section : ObjectEditor::Look::Group, parent);
    case Kind::Array:
        return new ArrayEditor(context, field, parent);
    case Kind::Variant:
        return new VariantEditor(context, field, parent);
    case Kind::MultiChoice:
        return new MultiChoiceEditor(context, field, parent);
    case Kind::Choice:
        if (field.widget == FormField::Widget::Radio)
            return new RadioEditor(context, field, parent);
        return new ChoiceEditor(context, field, parent);
    case Kind::Constant:
        if (field.required)
            return new ConstantEditor(context, field, parent);
        return new ChoiceEditor(context, field, parent);
    case Kind::Boolean:
        if (field.widget == FormField::Widget::Radio)
            return new RadioEditor(context, field, parent);
        return new BooleanEditor(context, field, parent);
    case Kind::Text:
        if (field.widget == FormField::Widget::File)
            return new FileEditor(context, field, parent);
        return new TextEditor(context, field, parent);
    case Kind::Number:
    case Kind::Integer:
        return new NumberEditor(context, field, parent);
    case Kind::Raw:
        break;
    }
    return new RawEditor(context, field, parent);
}

namespace {

bool sameJson(const Json &a, const Json &b);

/// Mostly the members come in the same order; else by name.
bool sameObject(const Json &a, const Json &b)
{
    if (a.size() != b.size())
        return false;
    auto other = b.begin();
    auto one = a.begin();
    for (; one != a.end() && one.key() == other.key(); ++one, ++other) {
        if (!sameJson(*one, *other))
            return false;
    }
    std::unordered_map<std::string_view, const Json *> rest;
    for (; other != b.end(); ++other)
        rest.emplace(other.key(), &*other);
    for (; one != a.end(); ++one) {
        const auto found = rest.find(one.key());
        if (found == rest.end() || !sameJson(*one, *found->second))
            return false;
    }
    return true;
}

bool sameJson(const Json &a, const Json &b)
{
    if (a.is_object() && b.is_object())
        return sameObject(a, b);
    if (a.is_array() && b.is_array())
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), sameJson);
    return a.is_number_float() == b.is_number_float() && a == b;
}

} // namespace

bool sameValue(const std::optional<Json> &a, const std::optional<Json> &b)
{
    // The order of members means nothing, and 1 is not "1"; but 1 and 1.0 are spelled differently on purpose.
    return a.has_value() == b.has_value() && (!a || sameJson(*a, *b));
}

void appendMember(Json &object, const std::string &key, Json value)
{
    object.get_ref<Json::object_t &>().emplace_back(key, std::move(value));
}

} // namespace podium
