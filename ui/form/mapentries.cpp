// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/mapentries.h"

#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kKeyWidth = 200;
} // namespace

MapEntry::MapEntry(FormContext &context, const FormField &field, const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(new QLineEdit(key, this))
    , m_column(new QVBoxLayout(this))
{
    m_key->setPlaceholderText(tr("Name"));
    m_key->setAccessibleName(tr("Name of the entry"));
    m_key->setMaximumWidth(kKeyWidth);
    m_key->setReadOnly(field.readOnly);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_key, 1);
    line->addStretch(1);
    m_column->addLayout(line);
    addRow(context, field);
    m_remove = iconButton(u"remove"_s, tr("Remove the entry"), this); // last, for the keyboard
    m_remove->setEnabled(!field.readOnly);
    line->addWidget(m_remove);
    connect(m_key, &QLineEdit::textEdited, this, &MapEntry::keyEdited);
    connect(m_remove, &QToolButton::clicked, this, &MapEntry::removeAsked);
}

void MapEntry::addRow(FormContext &context, const FormField &field)
{
    m_row = new FieldRow(context, field, FieldRow::Look::Item, this);
    m_column->addWidget(m_row);
    if (QWidget *target = m_row->editor()->focusTarget())
        setTabOrder(m_key, target);
    connect(m_row->editor(), &FieldEditor::edited, this, &MapEntry::edited);
}

QString MapEntry::key() const
{
    return m_key->text();
}

void MapEntry::setField(FormContext &context, const FormField &field)
{
    const auto value = m_row->editor()->value();
    m_row->hide();
    m_row->deleteLater();
    addRow(context, field);
    m_row->editor()->setValue(value);
    if (isVisible())
        m_row->show();
}

void MapEntry::setKeyWrong(bool wrong)
{
    markWrong(m_key, wrong);
}

MapEntries::MapEntries(FormContext &context, const FormField &object, int depth, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_object(object)
    , m_depth(depth)
    , m_entries(new QVBoxLayout)
    , m_add(new QPushButton(themedIcon(u"add"_s), tr("Add an entry"), this))
{
    m_object.members.clear(); // they are not its business
    m_entries->setSpacing(space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::s);
    column->setSpacing(space::s);
    column->addLayout(m_entries);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setAccessibleName(object.title.isEmpty() ? tr("Add an entry") : tr("Add an entry to %1").arg(object.title));
    m_add->setVisible(!object.readOnly);
    connect(m_add, &QPushButton::clicked, this, &MapEntries::add);
}

MapEntry *MapEntries::insert(const QString &key, const std::optional<Json> &value)
{
    const DepthScope scope(m_context, m_depth);
    auto *entry = new MapEntry(m_context, m_context.schema.entry(m_object, key), key, this);
    entry->row()->editor()->setValue(value);
    m_list << entry;
    m_entries->addWidget(entry);
    setTabOrder(entry->removeButton(), m_add);
    if (isVisible())
        entry->show(); // now, so that it can take the focus
    connect(entry, &MapEntry::edited, this, &MapEntries::edited);
    connect(entry, &MapEntry::keyEdited, this, [this, entry] { keyChanged(entry); });
    connect(entry, &MapEntry::removeAsked, this, [this, entry] { remove(entry); });
    return entry;
}

void MapEntries::add()
{
    const FormField field = m_context.schema.entry(m_object, {});
    MapEntry *entry = insert({}, initialValue(m_context.schema, field));
    update();
    entry->keyField()->setFocus();
}

void MapEntries::remove(MapEntry *entry)
{
    const qsizetype index = m_list.indexOf(entry);
    if (index < 0)
        return; // on its way out already
    m_list.removeAt(index);
    entry->hide();
    entry->deleteLater();
    update();
    // The keyboard stays where the entry was.
    if (m_list.isEmpty())
        m_add->setFocus();
    else
        m_list.at(std::min(index, m_list.size() - 1))->keyField()->setFocus();
}

void MapEntries::keyChanged(MapEntry *entry)
{
    const FormField field = m_context.schema.entry(m_object, entry->key());
    const DepthScope scope(m_context, m_depth);
    if (*field.source != *entry->row()->field().source)
        entry->setField(m_context, field);
    if (QWidget *target = entry->row()->editor()->focusTarget())
        target->setAccessibleName(entry->key());
    update();
}

void MapEntries::update()
{
    m_context.restructured();
    Q_EMIT edited();
    Q_EMIT reshaped();
}

bool MapEntries::isTaken(const MapEntry *entry) const
{
    for (const MapEntry *other : m_list) {
        if (other == entry)
            return m_tail.contains(entry->key().toStdString());
        if (other->key() == entry->key())
            return true;
    }
    return false;
}

void MapEntries::setValue(const Json &members)
{
    std::size_t shown = 0;
    QList<MapEntry *> old = std::exchange(m_list, {});
    m_tail = Json::object();
    for (const auto &[key, value] : members.items()) {
        if (++shown > kMaxShown) {
            appendMember(m_tail, key, value);
            continue;
        }
        const QString name = QString::fromStdString(key);
        const auto same =
            std::find_if(old.cbegin(), old.cend(), [&name](const MapEntry *entry) { return entry->key() == name; });
        if (same == old.cend()) {
            insert(name, value);
            continue;
        }
        MapEntry *kept = *same;
        old.erase(same);
        kept->row()->editor()->setValue(value);
        m_list << kept;
        m_entries->removeWidget(kept);
        m_entries->addWidget(kept);
    }
    for (MapEntry *entry : std::as_const(old)) {
        entry->hide();
        entry->deleteLater();
    }
    m_add->setEnabled(m_tail.empty());
    m_add->setToolTip(m_tail.empty()
                          ? QString()
                          : tr("%n more entries are edited in the JSON.", nullptr, static_cast<int>(m_tail.size())));
}

void MapEntries::appendTo(Json &object) const
{
    for (const MapEntry *entry : m_list) {
        const std::string key = entry->key().toStdString();
        if (key.empty() || object.contains(key))
            continue;
        const FieldEditor *editor = entry->row()->editor();
        const auto value = editor->value();
        // An entry that is still empty keeps its place.
        appendMember(object, key,
                     value                                           ? *value
                     : editor->field().kind == FormField::Kind::Text ? Json("")
                                                                     : Json(nullptr));
    }
    for (const auto &[key, value] : m_tail.items())
        appendMember(object, key, value);
}

std::optional<Json> MapEntries::take(const QString &key)
{
    for (MapEntry *entry : std::as_const(m_list)) {
        if (entry->key() != key)
            continue;
        const auto value = entry->row()->editor()->value();
        m_list.removeOne(entry);
        entry->hide();
        entry->deleteLater();
        return value;
    }
    const auto found = m_tail.find(key.toStdString());
    if (found == m_tail.end())
        return std::nullopt;
    std::optional<Json> value = *found;
    m_tail.erase(key.toStdString());
    return value;
}

QWidget *MapEntries::focusTarget() const
{
    return m_list.isEmpty() ? static_cast<QWidget *>(m_add) : m_list.first()->keyField();
}

void MapEntries::place(ProblemSet &problems, const QString &pointer)
{
    for (MapEntry *entry : std::as_const(m_list)) {
        QString wrong;
        if (entry->key().isEmpty())
            wrong = tr("Give this entry a name: without one it is not sent.");
        else if (isTaken(entry) || m_context.schema.hasMember(m_object, entry->key()))
            wrong = tr("There is another “%1”: give this entry a name of its own.").arg(entry->key());
        entry->setKeyWrong(!wrong.isEmpty());
        entry->row()->setProblem(wrong);
        entry->row()->place(problems, pointer + u'/' + pointerToken(entry->key()));
    }
}

void MapEntries::followConditions()
{
    for (const MapEntry *entry : std::as_const(m_list))
        entry->row()->editor()->followConditions();
}

void MapEntries::forEachRow(const std::function<void(FieldRow *)> &visit)
{
    for (const MapEntry *entry : std::as_const(m_list)) {
        visit(entry->row());
        entry->row()->editor()->forEachRow(visit);
    }
}

} // namespace podium
