// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/schematree.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 2000;
constexpr int kDeepest = 12; ///< also what ends circles

QString typeText(const Json &schema)
{
    QStringList types;
    if (const Json *type = memberAt(schema, "type")) {
        if (type->is_array()) {
            for (const Json &each : *type)
                types << toQString(each);
        } else {
            types << toQString(*type);
        }
    }
    const QString format = stringAt(schema, "format");
    QString text = types.join(u" | "_s);
    if (memberAt(schema, "enum"))
        text = SchemaTree::tr("one of a list");
    return format.isEmpty() ? text : text + u" ("_s + format + u')';
}

/// Limits, choices and defaults in a line.
QString ruleText(const Json &schema)
{
    QStringList rules;
    if (const Json *choices = memberAt(schema, "enum"); choices && choices->is_array()) {
        QStringList shown;
        for (const Json &choice : *choices) {
            if (shown.size() == 12) {
                shown << u"…"_s;
                break;
            }
            shown << (choice.is_string() ? toQString(choice) : QString::fromUtf8(toBytes(choice)));
        }
        rules << shown.join(u", "_s);
    }
    const auto add = [&rules, &schema](const char *key, const QString &words) {
        const Json *value = memberAt(schema, key);
        if (value && !value->is_structured())
            rules << words.arg(value->is_string() ? toQString(*value) : QString::fromUtf8(toBytes(*value)));
    };
    add("minimum", SchemaTree::tr("from %1"));
    add("maximum", SchemaTree::tr("to %1"));
    add("minLength", SchemaTree::tr("at least %1 characters"));
    add("maxLength", SchemaTree::tr("at most %1 characters"));
    add("minItems", SchemaTree::tr("at least %1 items"));
    add("maxItems", SchemaTree::tr("at most %1 items"));
    add("pattern", SchemaTree::tr("pattern %1"));
    add("default", SchemaTree::tr("default %1"));
    const QString description = stringAt(schema, "description");
    if (!description.isEmpty())
        rules.prepend(description);
    return rules.join(u" · "_s);
}

} // namespace

SchemaTree::SchemaTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(4);
    setHeaderLabels({tr("Field"), tr("Type"), tr("Required"), tr("Meaning")});
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Fields of the input"));
    setColumnWidth(0, 190);
    setColumnWidth(1, 120);
    setColumnWidth(2, 92);
}

void SchemaTree::setSchema(const SharedJson &schema)
{
    clear();
    m_schema = schema;
    m_rows = 0;
    if (m_schema)
        addProperties(invisibleRootItem(), *m_schema, 0);
    expandToDepth(1);
}

const Json &SchemaTree::resolved(const Json &schema) const
{
    const Json *at = &schema;
    for (int i = 0; i < 8; ++i) {
        const QString reference = stringAt(*at, "$ref");
        if (!reference.startsWith("#/"_L1))
            break;
        try {
            at = &m_schema->at(Json::json_pointer(reference.mid(1).toStdString()));
        } catch (const Json::exception &) {
            break;
        }
    }
    return *at;
}

void SchemaTree::addProperties(QTreeWidgetItem *parent, const Json &schema, int depth)
{
    if (depth > kDeepest)
        return;
    const Json &own = resolved(schema);
    const Json *required = memberAt(own, "required");
    const auto isRequired = [required](const QString &name) {
        if (!required || !required->is_array())
            return false;
        return std::any_of(required->begin(), required->end(),
                           [&](const Json &each) { return toQString(each) == name; });
    };
    if (const Json *properties = memberAt(own, "properties"); properties && properties->is_object()) {
        for (const auto &[key, value] : properties->items()) {
            const QString name = QString::fromStdString(key);
            addProperty(parent, name, value, isRequired(name), depth);
        }
    }
    if (const Json *items = memberAt(own, "items"); items && items->is_object()) {
        const Json &item = resolved(*items);
        if (memberAt(item, "properties") || memberAt(item, "items"))
            addProperties(parent, item, depth + 1);
    }
    for (const char *key : {"allOf", "oneOf", "anyOf"}) {
        const Json *parts = memberAt(own, key);
        for (std::size_t i = 0; parts && parts->is_array() && i < parts->size(); ++i)
            addProperties(parent, parts->at(i), depth + 1);
    }
}

void SchemaTree::addProperty(QTreeWidgetItem *parent, const QString &name, const Json &schema, bool required, int depth)
{
    if (++m_rows > kMostRows)
        return;
    const Json &own = resolved(schema);
    const QString title = stringAt(own, "title");
    const QString shown = title.isEmpty() || title == name ? name : tr("%1 (%2)").arg(title, name);
    const QString meaning = ruleText(own);
    auto *item = new QTreeWidgetItem(parent);
    item->setText(0, singleLine(shown, 120));
    item->setText(1, singleLine(typeText(own), 60));
    item->setText(2, required ? tr("yes") : QString());
    item->setText(3, singleLine(meaning, 300));
    item->setToolTip(0, plainToolTip(name));
    item->setToolTip(3, plainToolTip(meaning));
    addProperties(item, own, depth + 1);
}

} // namespace podium
