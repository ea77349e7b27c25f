// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/choiceeditors.h"

#include "models/form/fieldhints.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QWheelEvent>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchFrom = 20; ///< entries
constexpr int kTwoColumnsFrom = 7;

/// The wheel scrolls the form; it must not change a field it happens to pass.
class QuietComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

QList<FormChoice> choicesOf(const FormField &field)
{
    if (field.kind == FormField::Kind::Boolean)
        return {{true, choiceLabel(true)}, {false, choiceLabel(false)}};
    if (field.constant)
        return {{*field.constant, choiceLabel(*field.constant)}};
    return field.choices;
}

} // namespace

ChoiceEditor::ChoiceEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_choices(choicesOf(field))
    , m_box(new QuietComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(16);
    m_box->setEnabled(!field.readOnly);
    m_box->setPlaceholderText(field.placeholder.isEmpty() ? tr("Choose…") : field.placeholder);
    fill();
    if (m_choices.size() >= kSearchFrom)
        makeSearchable();
    m_box->setCurrentIndex(-1);
    connect(m_box, &QComboBox::activated, this, &ChoiceEditor::noteEdit);
}

void ChoiceEditor::fill()
{
    if (!field().required || field().nullable) {
        m_box->addItem(tr("Not set"));
        m_offset = 1;
    }
    for (const FormChoice &choice : std::as_const(m_choices))
        m_box->addItem(choice.label);
}

void ChoiceEditor::makeSearchable()
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->lineEdit()->setPlaceholderText(m_box->placeholderText());
    // Half a word that names no entry is not a choice: show the one that counts.
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_box->findText(m_box->currentText()) < 0)
            m_box->setEditText(m_box->itemText(m_box->currentIndex()));
    });
}

QWidget *ChoiceEditor::focusTarget() const
{
    return m_box;
}

void ChoiceEditor::setWrong(bool wrong)
{
    markWrong(m_box, wrong);
}

std::optional<Json> ChoiceEditor::typed() const
{
    const qsizetype index = m_box->currentIndex() - m_offset;
    return index < 0 ? std::nullopt : std::optional(m_choices.at(index).value);
}

void ChoiceEditor::show(const std::optional<Json> &value)
{
    if (!value || (value->is_null() && m_offset == 1)) {
        m_box->setCurrentIndex(value ? 0 : -1);
        return;
    }
    qsizetype index = 0;
    while (index < m_choices.size() && !sameValue(m_choices.at(index).value, value))
        ++index;
    if (index == m_choices.size()) {
        // A value that is none of the choices stays visible and is told as wrong.
        m_choices.append({*value, choiceLabel(*value)});
        m_box->addItem(m_choices.last().label);
    }
    m_box->setCurrentIndex(static_cast<int>(index) + m_offset);
}

RadioEditor::RadioEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_choices(choicesOf(field))
    , m_group(new QButtonGroup(this))
{
    auto *line = m_choices.size() <= 3 ? static_cast<QBoxLayout *>(new QHBoxLayout(this)) : new QVBoxLayout(this);
    line->setContentsMargins(0, space::xs, 0, space::xs);
    line->setSpacing(m_choices.size() <= 3 ? space::l : space::s);
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) {
        auto *button = new QRadioButton(m_choices.at(i).label, this);
        button->setEnabled(!field.readOnly);
        button->setAccessibleName(field.title + u": "_s + m_choices.at(i).label);
        m_group->addButton(button, i);
        line->addWidget(button);
    }
    line->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, &RadioEditor::noteEdit);
}

QWidget *RadioEditor::focusTarget() const
{
    return m_group->checkedButton() ? m_group->checkedButton() : m_group->button(0);
}

std::optional<Json> RadioEditor::typed() const
{
    const int id = m_group->checkedId();
    return id < 0 ? std::nullopt : std::optional(m_choices.at(id).value);
}

void RadioEditor::show(const std::optional<Json> &value)
{
    m_group->setExclusive(false);
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i)
        m_group->button(i)->setChecked(value && sameValue(m_choices.at(i).value, value));
    m_group->setExclusive(true);
}

MultiChoiceEditor::MultiChoiceEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, space::xs, 0, space::xs);
    grid->setVerticalSpacing(space::s);
    grid->setHorizontalSpacing(space::xl);
    const qsizetype rows =
        field.choices.size() >= kTwoColumnsFrom ? (field.choices.size() + 1) / 2 : field.choices.size();
    for (qsizetype i = 0; i < field.choices.size(); ++i) {
        auto *box = new QCheckBox(field.choices.at(i).label, this);
        box->setEnabled(!field.readOnly);
        box->setAccessibleName(field.title + u": "_s + field.choices.at(i).label);
        connect(box, &QCheckBox::clicked, this, &MultiChoiceEditor::noteEdit);
        grid->addWidget(box, static_cast<int>(i % rows), static_cast<int>(i / rows));
        m_boxes << box;
    }
    grid->setColumnStretch(2, 1);
}

QWidget *MultiChoiceEditor::focusTarget() const
{
    return m_boxes.isEmpty() ? nullptr : m_boxes.first();
}

std::optional<Json> MultiChoiceEditor::typed() const
{
    Json chosen = m_strangers;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            chosen.push_back(field().choices.at(i).value);
    }
    // An optional list without an entry is left out, unless there was a default to get rid of.
    if (chosen.empty() && !field().required && !field().defaultValue)
        return std::nullopt;
    return chosen;
}

void MultiChoiceEditor::show(const std::optional<Json> &value)
{
    m_strangers = Json::array();
    for (QCheckBox *box : std::as_const(m_boxes))
        box->setChecked(false);
    if (!value || !value->is_array())
        return;
    for (const Json &one : *value) {
        qsizetype index = 0;
        while (index < m_boxes.size() && !sameValue(field().choices.at(index).value, one))
            ++index;
        if (index < m_boxes.size())
            m_boxes.at(index)->setChecked(true);
        else
            m_strangers.push_back(one);
    }
}

BooleanEditor::BooleanEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_box(new QCheckBox(field.title, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, 0);
    column->addWidget(m_box, 0, Qt::AlignLeft);
    m_box->setEnabled(!field.readOnly);
    connect(m_box, &QCheckBox::clicked, this, &BooleanEditor::noteEdit);
}

QWidget *BooleanEditor::focusTarget() const
{
    return m_box;
}

std::optional<Json> BooleanEditor::typed() const
{
    return Json(m_box->isChecked());
}

void BooleanEditor::show(const std::optional<Json> &value)
{
    m_box->setChecked(value && *value == true);
}

} // namespace podium
