// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/objecteditor.h"

#include "ui/form/fieldrow.h"
#include "ui/form/mapentries.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

bool sameSchema(const FormField &a, const FormField &b)
{
    return a.source == b.source || *a.source == *b.source;
}

} // namespace

ObjectEditor::ObjectEditor(FormContext &context, const FormField &field, Look look, QWidget *parent)
    : FieldEditor(context, field, parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(look == Look::Group ? space::l : 0, 0, 0, 0);
    m_column->setSpacing(look == Look::Root ? space::l : space::s);
    if (field.lazy) {
        m_expand = new QPushButton(themedIcon(u"add"_s), tr("Fill in %1").arg(field.title), this);
        m_column->addWidget(m_expand, 0, Qt::AlignLeft);
        connect(m_expand, &QPushButton::clicked, this, [this] {
            expand();
            m_context.restructured();
            if (!m_rows.isEmpty())
                m_rows.first()->giveFocus();
        });
    } else {
        addRows(field.members);
        if (field.takesEntries)
            addEntries();
    }
}

void ObjectEditor::expand()
{
    if (!m_expand)
        return;
    m_expand->deleteLater();
    m_expand = nullptr;
    addRows(m_context.schema.expanded(field()).members);
    if (field().takesEntries)
        addEntries();
}

void ObjectEditor::addRows(const std::vector<FormField> &members)
{
    for (const FormField &member : members) {
        m_unbuilt.push_back({member, std::nullopt});
        m_context.hidesSome = m_context.hidesSome || member.hiddenWhen;
    }
    // Conditions need all members to decide.
    const bool isWhole = field().conditional || m_unbuilt.empty();
    if (isWhole || !m_context.isTurnOver())
        buildRows(isWhole);
    if (!m_unbuilt.empty())
        m_context.unfinished << this;
}

void ObjectEditor::buildRows(bool all)
{
    for (bool isFirst = true; !m_unbuilt.empty() && (all || isFirst || !m_context.isTurnOver()); isFirst = false) {
        const Unbuilt next = std::move(m_unbuilt.front());
        m_unbuilt.pop_front();
        FieldRow *row = makeRow(next.field);
        m_rows << row;
        layOutRow(row);
        row->editor()->setValue(next.value);
    }
    // The more there is to measure, the more comes at once.
    if (m_unbuilt.empty() || m_unshownRows * 2 >= m_rows.size())
        showBoxes();
}

void ObjectEditor::buildMore()
{
    const qsizetype before = m_rows.size();
    buildRows(false);
    for (qsizetype i = before; i < m_rows.size(); ++i)
        m_rows.at(i)->editor()->followConditions();
}

FieldRow *ObjectEditor::makeRow(const FormField &member)
{
    const DepthScope scope = inside();
    auto *row = new FieldRow(m_context, member, FieldRow::Look::Field, this);
    connect(row->editor(), &FieldEditor::edited, this, &ObjectEditor::memberEdited);
    return row;
}

void ObjectEditor::memberEdited()
{
    m_foreign.reset();
    m_isSet = m_wasSetEmpty = false;
    Q_EMIT edited();
}

FieldRow *ObjectEditor::rowOf(const QString &key) const
{
    for (FieldRow *row : m_rows) {
        if (row->field().key == key)
            return row;
    }
    return nullptr;
}

std::vector<const FormField *> ObjectEditor::shownMembers() const
{
    std::vector<const FormField *> all;
    for (const FieldRow *row : m_rows) {
        if (!row->isHidden())
            all.push_back(&row->field());
    }
    for (const Unbuilt &each : m_unbuilt) {
        if (!m_context.isHidden(each.field))
            all.push_back(&each.field);
    }
    return all;
}

Json ObjectEditor::collect() const
{
    Json object = Json::object();
    for (const FieldRow *row : m_rows) {
        if (const auto value = row->editor()->value())
            appendMember(object, row->field().key.toStdString(), *value);
    }
    for (const Unbuilt &each : m_unbuilt) {
        if (each.value)
            appendMember(object, each.field.key.toStdString(), *each.value);
    }
    for (const auto &[key, value] : m_extras.items())
        appendMember(object, key, value);
    if (m_entries)
        m_entries->appendTo(object);
    return object;
}

std::optional<Json> ObjectEditor::trimmed(Json collected) const
{
    const bool isNothing = collected.empty() ? !m_wasSetEmpty : isBlank();
    if (isNothing && !field().required)
        return std::nullopt;
    return collected;
}

bool ObjectEditor::isBlank() const
{
    return !m_isSet && !m_foreign && m_extras.empty() && (!m_entries || m_entries->isEmpty()) &&
           std::all_of(m_rows.cbegin(), m_rows.cend(), [](const auto *row) { return row->editor()->isBlank(); }) &&
           std::all_of(m_unbuilt.begin(), m_unbuilt.end(), [](const Unbuilt &each) { return !each.value; });
}

std::optional<Json> ObjectEditor::value() const
{
    return m_foreign ? m_foreign : trimmed(collect());
}

void ObjectEditor::setValue(const std::optional<Json> &value)
{
    m_foreign.reset();
    if (!m_entries)
        m_extras = Json::object();
    m_isSet = value && value->is_object();
    m_wasSetEmpty = m_isSet && value->empty();
    if (value && !value->is_object())
        m_foreign = value;
    const Json object = value && value->is_object() ? *value : Json::object();
    if (!object.empty())
        expand();
    if (field().conditional && !m_expand)
        syncMembers(object);
    for (FieldRow *row : std::as_const(m_rows)) {
        const auto found = object.find(row->field().key.toStdString());
        row->editor()->setValue(found == object.end() ? std::nullopt : std::optional(*found));
    }
    for (Unbuilt &each : m_unbuilt) {
        const auto found = object.find(each.field.key.toStdString());
        each.value = found == object.end() ? std::nullopt : std::optional(*found);
    }
    setExtras(object);
}

void ObjectEditor::setExtras(const Json &object)
{
    QSet<QString> known;
    for (const FieldRow *row : std::as_const(m_rows))
        known.insert(row->field().key);
    for (const Unbuilt &each : m_unbuilt)
        known.insert(each.field.key);
    m_extras = Json::object();
    for (const auto &[key, member] : object.items()) {
        if (!known.contains(QString::fromStdString(key)))
            appendMember(m_extras, key, member);
    }
    if (m_entries)
        m_entries->setValue(std::exchange(m_extras, Json::object()));
}

/// What the object held of a member that the schema did not name until now.
std::optional<Json> ObjectEditor::takeExtra(const QString &key)
{
    if (m_entries)
        return m_entries->take(key);
    const std::string name = key.toStdString();
    if (!m_extras.contains(name))
        return std::nullopt;
    std::optional<Json> value = m_extras[name];
    m_extras.erase(name);
    return value;
}

void ObjectEditor::followConditions()
{
    if (field().conditional && !m_expand) {
        // One new member may decide on another: go on until nothing changes, within reason.
        for (int round = 0; round < 5 && syncMembers(collect()); ++round)
            m_context.restructured();
    }
    for (FieldRow *row : std::as_const(m_rows))
        row->editor()->followConditions();
    if (m_entries)
        m_entries->followConditions();
}

bool ObjectEditor::syncMembers(const Json &value)
{
    const std::vector<FormField> members = m_context.schema.members(field(), value);
    QList<FieldRow *> old = std::exchange(m_rows, {});
    bool isChanged = old.size() != static_cast<qsizetype>(members.size());
    for (const FormField &member : members) {
        const auto same = std::find_if(old.cbegin(), old.cend(), [&member](const FieldRow *row) {
            return row->field().key == member.key && sameSchema(row->field(), member);
        });
        if (same != old.cend()) {
            (*same)->setRequired(member.required);
            m_rows << *same;
            old.erase(same);
            continue;
        }
        isChanged = true;
        FieldRow *row = makeRow(member);
        if (const auto extra = takeExtra(member.key)) {
            row->editor()->setValue(extra);
        } else if (m_stash.contains(member.key)) {
            row->editor()->setValue(m_stash.take(member.key));
        } else {
            row->editor()->setValue(initialValue(m_context.schema, member));
        }
        m_rows << row;
    }
    for (FieldRow *row : std::as_const(old)) {
        if (const auto typed = row->editor()->value())
            m_stash.insert(row->field().key, *typed);
        row->hide();
        row->deleteLater();
    }
    if (isChanged)
        layOut();
    return isChanged;
}

QWidget *ObjectEditor::focusTarget() const
{
    if (m_expand)
        return m_expand;
    for (const FieldRow *row : m_rows) {
        QWidget *target = row->isHidden() ? nullptr : row->editor()->focusTarget();
        if (target)
            return target;
    }
    return m_entries ? m_entries->focusTarget() : nullptr;
}

QWidget *ObjectEditor::focusTargetOf(const QStringList &keys) const
{
    for (const QString &key : keys) {
        const FieldRow *row = rowOf(key);
        if (QWidget *target = row ? row->editor()->focusTarget() : nullptr)
            return target;
    }
    return nullptr;
}

void ObjectEditor::placeProblems(ProblemSet &problems, const QString &pointer)
{
    for (FieldRow *row : std::as_const(m_rows)) {
        const QString own = pointer + u'/' + pointerToken(row->field().key);
        if (row->isHidden())
            row->setPointer(own); // its problems are told by what it is in
        else
            row->place(problems, own);
    }
    if (m_entries)
        m_entries->place(problems, pointer);
}

void ObjectEditor::forEachRow(const std::function<void(FieldRow *)> &visit)
{
    for (FieldRow *row : std::as_const(m_rows)) {
        visit(row);
        row->editor()->forEachRow(visit);
    }
    if (m_entries)
        m_entries->forEachRow(visit);
}

void ObjectEditor::paintEvent(QPaintEvent *)
{
    if (m_look != Look::Group || m_expand)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 2, height()), lineColor(palette()));
}

} // namespace podium
