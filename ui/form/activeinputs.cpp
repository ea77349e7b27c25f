// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activeinputs.h"

#include "models/form/exactnumber.h"
#include "models/form/fieldhints.h"
#include "ui/form/texteditors.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QWheelEvent>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShownSuggestions = 10;

/// The wheel scrolls the form; it must not change a field it happens to pass.
class QuietBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

bool isNumeric(const FormField &field)
{
    return field.kind == FormField::Kind::Number || field.kind == FormField::Kind::Integer;
}

QString shownText(const std::optional<Json> &value)
{
    return !value || value->is_null() ? QString() : choiceLabel(*value);
}

std::optional<Json> valueOfText(const FormField &field, const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (isNumeric(field)) {
        const TypedNumber number = typedNumber(text);
        if (number.outcome == TypedNumber::Outcome::Ok)
            return number.value;
    }
    return Json(text.toStdString());
}

} // namespace

ActiveInputEditor::ActiveInputEditor(FormContext &context, const FormField &field, const ActiveProps &props,
                                     QWidget *parent)
    : ActiveEditor(context, field, props, parent)
    , m_line(new QLineEdit(this))
    , m_suggestions(new QStringListModel(this))
{
    m_line->setPlaceholderText(field.placeholder);
    m_line->setReadOnly(field.readOnly);
    column()->addWidget(m_line);
    auto *completer = new QCompleter(m_suggestions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(kShownSuggestions);
    m_line->setCompleter(completer);
    connect(m_line, &QLineEdit::textEdited, this, &ActiveInputEditor::noteUserEdit);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &ActiveInputEditor::noteUserEdit);
}

QWidget *ActiveInputEditor::focusTarget() const
{
    return m_line;
}

void ActiveInputEditor::setWrong(bool wrong)
{
    markWrong(m_line, wrong);
}

QString ActiveInputEditor::inputProblem() const
{
    const QString text = m_line->text().trimmed();
    if (isNumeric(field()) && !text.isEmpty() && typedNumber(text).outcome != TypedNumber::Outcome::Ok)
        return tr("Type a number.");
    return ActiveEditor::inputProblem();
}

std::optional<Json> ActiveInputEditor::typed() const
{
    return valueOfText(field(), m_line->text());
}

void ActiveInputEditor::show(const std::optional<Json> &value)
{
    m_line->setText(shownText(value));
    m_line->setCursorPosition(0);
}

void ActiveInputEditor::take(const ActiveAnswer &answer)
{
    const ActiveTexts suggestions = activeTexts(answer, u"autocomplete"_s);
    m_suggestions->setStringList(suggestions.texts);
    setRemark(suggestions.problem);
    if (const QString problem = answer.problems.value(u"value"_s); !problem.isEmpty())
        setRemark(problem);
    const auto found = answer.value(u"value"_s);
    if (isOwn() || props().skipsInitialValue || !found || found->is_null())
        return;
    const Json first = found->is_array() && found->size() == 1 ? (*found)[0] : *found;
    const auto value = activeValue(field().kind, first);
    if (!value)
        setRemark(tr("The answer holds %1 where a value for this field is needed.").arg(kindName(first)));
    else
        prefill(isEmptyValue(value) ? std::nullopt : value);
}

QString ActiveInputEditor::answerText() const
{
    const int count = static_cast<int>(m_suggestions->rowCount());
    return count == 0 ? QString() : tr("%n suggestion(s) of %1", nullptr, count).arg(fetch()->origin());
}

ActiveDropdownEditor::ActiveDropdownEditor(FormContext &context, const FormField &field, const ActiveProps &props,
                                           QWidget *parent)
    : ActiveEditor(context, field, props, parent)
    , m_box(new QuietBox(this))
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(16);
    m_box->setEnabled(!field.readOnly);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setMaxVisibleItems(kShownSuggestions);
    m_box->lineEdit()->setPlaceholderText(field.placeholder.isEmpty() ? tr("Choose…") : field.placeholder);
    if (auto *list = qobject_cast<QListView *>(m_box->view()))
        list->setUniformItemSizes(true); // there may be thousands
    column()->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, &ActiveDropdownEditor::choose);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &ActiveDropdownEditor::noteText);
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ActiveDropdownEditor::readText);
}

QWidget *ActiveDropdownEditor::focusTarget() const
{
    return m_box;
}

void ActiveDropdownEditor::setWrong(bool wrong)
{
    markWrong(m_box, wrong);
}

qsizetype ActiveDropdownEditor::indexOf(const std::optional<Json> &value) const
{
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                    [&value](const FormChoice &choice) { return sameValue(choice.value, value); });
    return found == m_choices.cend() ? -1 : found - m_choices.cbegin();
}

void ActiveDropdownEditor::choose(int index)
{
    if (index < 0 || index >= m_choices.size() || sameValue(m_choices.at(index).value, value()))
        return;
    m_value = m_choices.at(index).value;
    noteUserEdit();
}

/// Without choices what is typed counts; with them only what names one. Emptied is emptied.
void ActiveDropdownEditor::noteText(const QString &text)
{
    if (!m_choices.isEmpty() && !text.isEmpty())
        return;
    m_value = valueOfText(field(), text);
    noteUserEdit();
}

/// Half a word that names no entry is not a choice: show the one that counts.
void ActiveDropdownEditor::readText()
{
    const QString text = m_box->lineEdit()->text();
    if (m_choices.isEmpty() || text.isEmpty() || text == m_box->itemText(m_box->currentIndex()))
        return;
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(), [&text](const FormChoice &choice) {
        return choice.label.compare(text, Qt::CaseInsensitive) == 0 || choiceLabel(choice.value) == text;
    });
    if (found != m_choices.cend())
        choose(static_cast<int>(found - m_choices.cbegin()));
    show(value());
}

void ActiveDropdownEditor::show(const std::optional<Json> &value)
{
    m_value = value;
    const qsizetype index = indexOf(value);
    m_box->setCurrentIndex(static_cast<int>(index));
    m_box->setEditText(index < 0 ? shownText(value) : m_choices.at(index).label);
    m_box->lineEdit()->setCursorPosition(0);
}

void ActiveDropdownEditor::setChoices(const QList<FormChoice> &choices)
{
    const QString half = m_box->lineEdit()->text(); // may be just being typed
    const bool isTyping = m_box->hasFocus() && half != m_box->itemText(m_box->currentIndex());
    m_choices = choices;
    QStringList labels;
    for (const FormChoice &choice : choices)
        labels << choice.label;
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItems(labels);
    show(value());
    if (isTyping && !half.isEmpty())
        m_box->setEditText(half);
}

void ActiveDropdownEditor::take(const ActiveAnswer &answer)
{
    const ActiveChoices found = activeChoices(answer);
    setRemark(found.problem.isEmpty() ? found.note : found.problem,
              found.problem.isEmpty() ? Tone::Info : Tone::Warning);
    QList<FormChoice> choices;
    for (const FormChoice &choice : found.choices) {
        if (const auto value = activeValue(field().kind, choice.value))
            choices << FormChoice{*value, choice.label};
    }
    setChoices(choices);
    const auto now = value();
    if (choices.isEmpty() || !now || indexOf(now) >= 0)
        return;
    // What a server filled in goes with its choices; what the user chose stays, and is told.
    if (isOwn())
        setRemark(tr("“%1” is not among the choices.").arg(shownText(now)));
    else
        prefill(std::nullopt);
}

/// Choices of a question that was another one are not to be chosen from.
void ActiveDropdownEditor::noteState()
{
    const bool isOld =
        fetch()->state() == ActiveFetch::State::Waiting || fetch()->state() == ActiveFetch::State::Failed;
    if (isOld && !m_choices.isEmpty())
        setChoices({});
}

QString ActiveDropdownEditor::answerText() const
{
    const int count = static_cast<int>(m_choices.size());
    return count == 0 ? tr("%1 has no choices: type the value.").arg(fetch()->origin())
                      : tr("%n choice(s) of %1", nullptr, count).arg(fetch()->origin());
}

ActiveBooleanEditor::ActiveBooleanEditor(FormContext &context, const FormField &field, const ActiveProps &props,
                                         QWidget *parent)
    : ActiveEditor(context, field, props, parent)
    , m_box(new QCheckBox(field.title, this))
{
    m_box->setEnabled(!field.readOnly);
    column()->addWidget(m_box, 0, Qt::AlignLeft);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        m_isEmpty = false;
        noteUserEdit();
    });
}

QWidget *ActiveBooleanEditor::focusTarget() const
{
    return m_box;
}

std::optional<Json> ActiveBooleanEditor::typed() const
{
    return m_isEmpty ? std::nullopt : std::optional(Json(m_box->isChecked()));
}

void ActiveBooleanEditor::show(const std::optional<Json> &value)
{
    m_isEmpty = !value;
    m_box->setChecked(value && *value == true);
}

void ActiveBooleanEditor::take(const ActiveAnswer &answer)
{
    setRemark(answer.problems.value(u"value"_s));
    const auto found = answer.value(u"value"_s);
    if (isOwn() || props().skipsInitialValue || !found || found->is_null())
        return;
    if (const auto value = activeValue(FormField::Kind::Boolean, *found))
        prefill(value);
    else
        setRemark(tr("The answer holds %1 where a yes or no is needed.").arg(kindName(*found)));
}

} // namespace podium
