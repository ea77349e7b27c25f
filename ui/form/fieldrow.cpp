// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fieldrow.h"

#include "models/form/fieldhints.h"
#include "models/form/formats.h"
#include "ui/form/fieldeditor.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Only a long text wraps: a layout in which nothing wraps is several times quicker.
void setWrappedText(QLabel *label, const QString &text)
{
    constexpr qsizetype shortEnough = 28;
    if (label->text() == text)
        return; // setWordWrap() has the whole form measured again
    label->setWordWrap(text.size() > shortEnough || text.contains(u'\n'));
    label->setText(text);
}

QFont smallFont(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

/// What the limits ask for, when nobody wrote a help text.
QString limitsHint(const FormField &field)
{
    using Kind = FormField::Kind;
    const auto number = [](const Json &value) { return QString::fromUtf8(toBytes(value)); };
    if (field.kind == Kind::Number || field.kind == Kind::Integer) {
        if (field.minimum && field.maximum)
            return FieldRow::tr("%1 to %2").arg(number(*field.minimum), number(*field.maximum));
        if (field.minimum)
            return FieldRow::tr("At least %1").arg(number(*field.minimum));
        return field.maximum ? FieldRow::tr("At most %1").arg(number(*field.maximum)) : QString();
    }
    if (field.kind == Kind::Array || field.kind == Kind::MultiChoice) {
        if (field.minItems.value_or(0) > 0 && field.maxItems)
            return FieldRow::tr("%1 to %2 entries").arg(*field.minItems).arg(*field.maxItems);
        if (field.minItems.value_or(0) > 0)
            return FieldRow::tr("At least %n entries", nullptr, static_cast<int>(*field.minItems));
        return field.maxItems ? FieldRow::tr("At most %n entries", nullptr, static_cast<int>(*field.maxItems))
                              : QString();
    }
    const bool explainsItself = field.format == "date"_L1 || field.format == "email"_L1;
    return field.kind == Kind::Text && !explainsItself ? formatHint(field.format) : QString();
}

bool hasHeading(const FormField &field)
{
    return field.kind == FormField::Kind::Object || field.kind == FormField::Kind::Array;
}

} // namespace

FieldRow::FieldRow(FormContext &context, const FormField &field, Look look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_isRequired(field.required)
    , m_editor(nullptr)
{
    {
        const DepthScope scope(context, context.depth + 1);
        m_editor = makeEditor(context, field, this);
    }
    m_hint = field.help.isEmpty() ? limitsHint(field) : field.help;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    build(column);
    describe();
    updateFoot();
    context.hidesSome = context.hidesSome || field.hiddenWhen;
    (void)followHidden(context);
    // An edit is told once, by the row where it happened.
    const bool isLeaf = qobject_cast<ScalarEditor *>(m_editor);
    connect(m_editor, isLeaf ? &FieldEditor::edited : &FieldEditor::reshaped, this,
            [this, &context] { context.edited(this); });
}

void FieldRow::build(QVBoxLayout *column)
{
    const bool isTitledByEditor =
        field().kind == FormField::Kind::Boolean && field().widget != FormField::Widget::Radio;
    if (m_look == Look::Field && !isTitledByEditor && !field().title.isEmpty()) {
        m_title = new QLabel(this);
        m_title->setTextFormat(Qt::PlainText);
        m_title->setFont(hasHeading(field()) ? strongFont(font()) : font());
        m_title->setToolTip(field().key.toHtmlEscaped());
        column->addWidget(m_title);
    }
    if (m_look == Look::Field)
        addText(column, field().description);
    addText(column, field().note);
    if (m_title && hasHeading(field()))
        column->addSpacing(space::s);
    column->addWidget(m_editor);
    if (isTitledByEditor && m_look == Look::Item)
        m_editor->focusTarget()->setAccessibleName(field().title);
    if (m_look != Look::Body || !m_editor->field().isContainer()) {
        m_foot = new QLabel(this);
        m_foot->setTextFormat(Qt::PlainText);
        m_foot->setFont(smallFont(font()));
        m_foot->setMinimumHeight(m_foot->fontMetrics().height());
        m_foot->setProperty("muted", true);
        column->addWidget(m_foot);
    }
    updateTitle();
}

void FieldRow::addText(QVBoxLayout *column, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    setWrappedText(label, text);
    label->setFont(smallFont(font()));
    label->setProperty("muted", true); // setMuted() is for labels that have been shown: it costs much more
    column->addWidget(label);
}

const FormField &FieldRow::field() const
{
    return m_editor->field();
}

QString FieldRow::title() const
{
    return field().title.isEmpty() ? tr("Input") : field().title;
}

bool FieldRow::followHidden(const FormContext &context)
{
    if (m_isHidden == context.isHidden(field()))
        return false;
    m_isHidden = !m_isHidden;
    setVisible(!m_isHidden);
    return true;
}

void FieldRow::setMarked(bool marked)
{
    if (m_isMarked == marked)
        return;
    m_isMarked = marked;
    update();
}

void FieldRow::paintEvent(QPaintEvent *)
{
    if (!m_isMarked)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), toneFill(Tone::Info, palette()));
}

void FieldRow::setRequired(bool required)
{
    m_isRequired = required;
    updateTitle();
    describe();
}

void FieldRow::updateTitle()
{
    const QString mark = m_isRequired && m_look == Look::Field ? u" *"_s : QString();
    if (m_title)
        setWrappedText(m_title, field().title + mark);
    else if (auto *box = qobject_cast<QCheckBox *>(m_editor->focusTarget());
             box && field().kind == FormField::Kind::Boolean)
        box->setText(m_look == Look::Item ? QString() : field().title); // no mark: a box always has a value
}

/// For screen readers: the name of the control, and all that is said about it.
void FieldRow::describe()
{
    QWidget *target = m_editor->focusTarget();
    if (!target)
        return;
    if (m_title && !m_editor->field().isContainer())
        m_title->setBuddy(target);
    if (target->accessibleName().isEmpty())
        target->setAccessibleName(title());
    QStringList said;
    if (m_isRequired)
        said << tr("Required.");
    for (const QString &text : {field().description, m_hint, field().note}) {
        if (!text.isEmpty())
            said << text;
    }
    if (!m_message.isEmpty() && m_isTouched)
        said.prepend(m_message);
    target->setAccessibleDescription(said.join(u' '));
}

void FieldRow::setTouched(bool touched)
{
    if (m_isTouched == touched)
        return;
    m_isTouched = touched;
    updateFoot();
}

void FieldRow::place(ProblemSet &problems, const QString &pointer)
{
    m_pointer = pointer;
    QStringList own = problems.takeAt(pointer);
    if (!m_outerProblem.isEmpty())
        own = {m_outerProblem};
    else if (const QString input = m_editor->inputProblem(); !input.isEmpty())
        own = {input};
    else if (m_look == Look::Item && !m_editor->value())
        own = {tr("Fill in this entry or remove it.")};
    const qsizetype position = problems.placed.size();
    m_editor->placeProblems(problems, pointer);
    if (m_editor->inputProblem().isEmpty())
        own << problems.takeInside(pointer);
    else
        (void)problems.takeInside(pointer);
    for (qsizetype i = 0; i < own.size(); ++i)
        problems.placed.insert(position + i, {this, {pointer, own.at(i)}});
    m_message = own.value(0);
    updateFoot();
}

void FieldRow::updateFoot()
{
    const bool isWrong = m_isTouched && !m_message.isEmpty();
    m_editor->setWrong(isWrong);
    if (!m_foot)
        return;
    setWrappedText(m_foot, isWrong ? m_message : m_hint);
    // A group ends with its last field, which has a free line of its own.
    if (field().kind == FormField::Kind::Object)
        m_foot->setVisible(!m_foot->text().isEmpty());
    if (m_isShownWrong != isWrong) {
        m_isShownWrong = isWrong;
        setMuted(m_foot, !isWrong); // first: it takes the palette of the style sheet
        QPalette colors = palette();
        if (isWrong)
            colors.setColor(QPalette::WindowText, toneColor(Tone::Danger, palette()));
        m_foot->setPalette(colors);
    }
    describe();
}

void FieldRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_isShownWrong) {
        m_isShownWrong = false;
        updateFoot();
    }
    QWidget::changeEvent(event);
}

void FieldRow::giveFocus()
{
    if (QWidget *target = m_editor->focusTarget())
        target->setFocus(Qt::OtherFocusReason);
}

} // namespace podium
