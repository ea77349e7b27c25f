// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/arrayeditor.h"

#include "ui/form/arrayitem.h"
#include "ui/form/fieldrow.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

ArrayEditor::ArrayEditor(FormContext &context, const FormField &field, QWidget *parent)
    : FieldEditor(context, field, parent)
    , m_items(new QVBoxLayout)
    , m_add(new QPushButton(themedIcon(u"add"_s), tr("Add"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_items->setSpacing(space::xs);
    column->addLayout(m_items);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setAccessibleName(tr("Add an entry to %1").arg(field.title));
    connect(m_add, &QPushButton::clicked, this, &ArrayEditor::addItem);
    updateButtons();
}

ArrayItem *ArrayEditor::insertItem(qsizetype index, const std::optional<Json> &value)
{
    FormField itemField = m_context.schema.item(field(), index);
    itemField.readOnly = itemField.readOnly || field().readOnly;
    const DepthScope scope = inside();
    auto *item = new ArrayItem(m_context, itemField, this);
    item->row()->editor()->setValue(value);
    m_list.insert(index, item);
    m_items->insertWidget(static_cast<int>(index), item);
    setTabOrder(item, m_add);
    if (isVisible())
        item->show(); // now, so that it can take the focus
    connect(item->row()->editor(), &FieldEditor::edited, this, [this] {
        m_foreign.reset();
        Q_EMIT edited();
    });
    connect(item, &ArrayItem::removeAsked, this, [this, item] { removeItem(item); });
    connect(item, &ArrayItem::moveAsked, this, [this, item](int by) { moveItem(item, by); });
    return item;
}

void ArrayEditor::addItem()
{
    m_foreign.reset();
    const qsizetype index = m_list.size();
    FormField itemField = m_context.schema.item(field(), index);
    ArrayItem *item = insertItem(index, initialValue(m_context.schema, itemField));
    changed();
    item->row()->giveFocus();
}

void ArrayEditor::removeItem(ArrayItem *item)
{
    const qsizetype index = m_list.indexOf(item);
    if (index < 0)
        return; // on its way out already
    m_foreign.reset();
    m_list.removeAt(index);
    item->hide();
    item->deleteLater();
    changed();
    // The keyboard stays where the entry was.
    if (m_list.isEmpty())
        m_add->setFocus();
    else
        m_list.at(std::min(index, m_list.size() - 1))->row()->giveFocus();
}

void ArrayEditor::moveItem(ArrayItem *item, int by)
{
    const qsizetype from = m_list.indexOf(item);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_list.size())
        return;
    m_list.move(from, to);
    m_items->removeWidget(item);
    m_items->insertWidget(static_cast<int>(to), item);
    changed();
    item->focusButton(by);
}

void ArrayEditor::changed()
{
    m_wasSetEmpty = false;
    updateButtons();
    m_context.restructured();
    Q_EMIT edited();
    Q_EMIT reshaped();
}

void ArrayEditor::updateButtons()
{
    const qsizetype count = m_list.size();
    for (qsizetype i = 0; i < count; ++i) {
        const bool isFree = i >= field().tuple && !field().readOnly;
        m_list.at(i)->setPosition(i + 1, isFree && i > field().tuple, isFree && i + 1 < count,
                                  !field().readOnly && (isFree || i + 1 == count));
    }
    const bool isFull = (field().fixedSize && count >= field().tuple) ||
                        (field().maxItems && count + static_cast<qsizetype>(m_tail.size()) >= *field().maxItems);
    m_add->setVisible(!field().readOnly && m_tail.empty());
    m_add->setEnabled(!isFull);
    m_add->setToolTip(isFull ? tr("No more entries are allowed.") : QString());
}

Json ArrayEditor::collect() const
{
    Json array = Json::array();
    for (const ArrayItem *item : m_list) {
        const FieldEditor *editor = item->row()->editor();
        const auto value = editor->value();
        // An entry that is still empty keeps its place.
        array.push_back(value ? *value : editor->field().kind == FormField::Kind::Text ? Json("") : Json(nullptr));
    }
    for (const Json &value : m_tail)
        array.push_back(value);
    return array;
}

std::optional<Json> ArrayEditor::value() const
{
    if (m_foreign)
        return m_foreign;
    Json array = collect();
    // An empty optional list is left out, unless there was a default to get rid of.
    if (array.empty() && !field().required && !m_wasSetEmpty && !field().defaultValue)
        return std::nullopt;
    return array;
}

void ArrayEditor::setValue(const std::optional<Json> &value)
{
    if (sameValue(this->value(), value))
        return;
    m_foreign.reset();
    m_wasSetEmpty = value && value->is_array() && value->empty();
    if (value && !value->is_array())
        m_foreign = value;
    const Json array = value && value->is_array() ? *value : Json::array();
    const auto shown = static_cast<qsizetype>(std::min(array.size(), kMaxShown));
    while (m_list.size() > shown) {
        ArrayItem *item = m_list.takeLast();
        item->hide();
        item->deleteLater();
    }
    for (qsizetype i = 0; i < shown; ++i) {
        if (i < m_list.size())
            m_list.at(i)->row()->editor()->setValue(array[static_cast<std::size_t>(i)]);
        else
            insertItem(i, array[static_cast<std::size_t>(i)]);
    }
    m_tail = Json::array();
    for (std::size_t i = kMaxShown; i < array.size(); ++i)
        m_tail.push_back(array[i]);
    delete std::exchange(m_tailNote, nullptr);
    if (!m_tail.empty()) {
        auto *note =
            new QLabel(tr("%n more entries are edited in the JSON.", nullptr, static_cast<int>(m_tail.size())), this);
        setMuted(note);
        m_items->addWidget(note);
        m_tailNote = note;
        if (isVisible())
            note->show();
    }
    updateButtons();
}

QWidget *ArrayEditor::focusTarget() const
{
    QWidget *first = m_list.isEmpty() ? nullptr : m_list.first()->row()->editor()->focusTarget();
    return first ? first : m_add;
}

void ArrayEditor::placeProblems(ProblemSet &problems, const QString &pointer)
{
    for (qsizetype i = 0; i < m_list.size(); ++i)
        m_list.at(i)->row()->place(problems, pointer + u'/' + QString::number(i));
}

void ArrayEditor::followConditions()
{
    for (const ArrayItem *item : std::as_const(m_list))
        item->row()->editor()->followConditions();
}

void ArrayEditor::forEachRow(const std::function<void(FieldRow *)> &visit)
{
    for (const ArrayItem *item : std::as_const(m_list)) {
        visit(item->row());
        item->row()->editor()->forEachRow(visit);
    }
}

} // namespace podium
