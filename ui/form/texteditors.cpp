// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/texteditors.h"

#include "models/form/exactnumber.h"
#include "models/form/fieldhints.h"
#include "ui/form/boundedtextedit.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QCalendarWidget>
#include <QDate>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QWidgetAction>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNumberWidth = 220;
constexpr int kDateWidth = 280;

QVBoxLayout *bareLayout(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

QString placeholderOf(const FormField &field)
{
    if (!field.placeholder.isEmpty())
        return field.placeholder;
    if (!field.examples.isEmpty())
        return TextEditor::tr("e.g. %1").arg(field.examples.first());
    if (field.format == "date"_L1)
        return TextEditor::tr("YYYY-MM-DD");
    if (field.format == "date-time"_L1)
        return TextEditor::tr("YYYY-MM-DDThh:mm:ssZ");
    return {};
}

} // namespace

void markWrong(QWidget *control, bool wrong)
{
    if (control->property("wrong").toBool() == wrong)
        return;
    control->setProperty("wrong", wrong);
    control->style()->unpolish(control);
    control->style()->polish(control);
}

TextEditor::TextEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
{
    bareLayout(this);
    if (field.widget == FormField::Widget::TextArea) {
        useArea();
        return;
    }
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(placeholderOf(field));
    m_line->setReadOnly(field.readOnly);
    layout()->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &TextEditor::noteEdit);
    if (field.widget == FormField::Widget::Password)
        addReveal();
    if (field.format == "date"_L1 || field.format == "date-time"_L1)
        addCalendar();
}

void TextEditor::useArea()
{
    const bool hadFocus = m_line && m_line->hasFocus();
    m_area = new BoundedTextEdit(4, this);
    if (m_line) {
        m_area->setAccessibleName(m_line->accessibleName());
        m_area->setAccessibleDescription(m_line->accessibleDescription());
    }
    delete std::exchange(m_line, nullptr);
    m_area->setPlaceholderText(placeholderOf(field()));
    m_area->setReadOnly(field().readOnly);
    layout()->addWidget(m_area);
    if (isVisible())
        m_area->show();
    setFocusProxy(m_area);
    if (hadFocus)
        m_area->setFocus();
    // textChanged also tells of setPlainText: show() blocks it.
    connect(m_area, &QPlainTextEdit::textChanged, this, &TextEditor::noteEdit);
    connect(m_area, &BoundedTextEdit::refused, this, &TextEditor::noteEdit);
}

void TextEditor::addReveal()
{
    m_line->setEchoMode(QLineEdit::Password);
    QAction *reveal = m_line->addAction(themedIcon(u"eye"_s), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show what is typed"));
    connect(reveal, &QAction::toggled, this,
            [this](bool shown) { m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

void TextEditor::addCalendar()
{
    m_line->setMaximumWidth(kDateWidth);
    if (field().readOnly)
        return;
    QAction *open = m_line->addAction(themedIcon(u"calendar"_s), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Choose a date (Alt+Down)"));
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, &TextEditor::openCalendar);
}

void TextEditor::openCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const QDate date = QDate::fromString(m_line->text().left(10), Qt::ISODate);
    calendar->setSelectedDate(date.isValid() ? date : QDate::currentDate());
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    const auto take = [this, menu](const QDate &chosen) {
        const QString time = m_line->text().mid(10);
        QString text = chosen.toString(Qt::ISODate);
        if (field().format == "date-time"_L1)
            text += time.isEmpty() ? u"T00:00:00Z"_s : time;
        m_line->setText(text);
        menu->close();
        m_line->setFocus();
        noteEdit();
    };
    connect(calendar, &QCalendarWidget::activated, this, take);
    connect(calendar, &QCalendarWidget::clicked, this, take);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
    calendar->setFocus();
}

QWidget *TextEditor::focusTarget() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_area;
}

void TextEditor::setWrong(bool wrong)
{
    markWrong(focusTarget(), wrong);
}

QString TextEditor::text() const
{
    return m_line ? m_line->text() : m_area->toPlainText();
}

QString TextEditor::inputProblem() const
{
    if (m_area)
        return m_area->problem();
    // A line cuts what is longer.
    return m_line->text().size() < m_line->maxLength()
               ? QString()
               : tr("This is more than the field takes, and was cut. Paste it into the text beside the form.");
}

std::optional<Json> TextEditor::typed() const
{
    const QString now = text();
    return now.isEmpty() ? std::nullopt : std::optional<Json>(now.toStdString());
}

void TextEditor::show(const std::optional<Json> &value)
{
    const QString now = !value || value->is_null() ? QString() : choiceLabel(*value);
    // A line takes some characters only, and loses line breaks.
    if (m_line && (now.contains(u'\n') || now.size() > m_line->maxLength()))
        useArea();
    if (m_line) {
        m_line->setText(now);
        m_line->setCursorPosition(0);
    } else {
        const QSignalBlocker quiet(m_area);
        m_area->showText(now, field().readOnly);
    }
}

NumberEditor::NumberEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_line(new QLineEdit(this))
{
    m_line->setMaximumWidth(kNumberWidth);
    m_line->setPlaceholderText(placeholderOf(field));
    m_line->setReadOnly(field.readOnly);
    m_line->installEventFilter(this);
    bareLayout(this)->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &NumberEditor::noteEdit);
}

QWidget *NumberEditor::focusTarget() const
{
    return m_line;
}

void NumberEditor::setWrong(bool wrong)
{
    markWrong(m_line, wrong);
}

QString NumberEditor::inputProblem() const
{
    if (m_line->text().trimmed().isEmpty())
        return {};
    switch (typedNumber(m_line->text()).outcome) {
    case TypedNumber::Outcome::Ok:
        return {};
    case TypedNumber::Outcome::Rounded:
        return tr("This number has more digits than can be sent exactly.");
    case TypedNumber::Outcome::NotANumber:
        break;
    }
    return field().kind == FormField::Kind::Integer ? tr("Type a whole number such as 12.")
                                                    : tr("Type a number such as 12 or 3.5.");
}

std::optional<Json> NumberEditor::typed() const
{
    if (m_line->text().trimmed().isEmpty())
        return std::nullopt;
    const TypedNumber number = typedNumber(m_line->text());
    // What is no number stays visible in the JSON beside the form, as a text.
    return number.outcome == TypedNumber::Outcome::Ok ? number.value : Json(m_line->text().toStdString());
}

void NumberEditor::show(const std::optional<Json> &value)
{
    m_line->setText(!value || value->is_null() ? QString() : choiceLabel(*value));
    m_line->setCursorPosition(0);
}

bool NumberEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !field().readOnly) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            step(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return ScalarEditor::eventFilter(watched, event);
}

void NumberEditor::step(int direction)
{
    const TypedNumber now = typedNumber(m_line->text().trimmed().isEmpty() ? u"0"_s : m_line->text());
    if (now.outcome != TypedNumber::Outcome::Ok)
        return;
    const bool isStepWhole = !field().multipleOf || field().multipleOf->is_number_integer();
    if (now.value.is_number_integer() && isStepWhole) {
        const qint64 size = field().multipleOf ? field().multipleOf->get<qint64>() : 1;
        qint64 next = 0;
        if (qAddOverflow(now.value.get<qint64>(), direction * size, &next))
            return;
        m_line->setText(QString::number(next));
    } else {
        const double size = field().multipleOf ? field().multipleOf->get<double>() : 1.0;
        m_line->setText(QString::number(now.value.get<double>() + direction * size, 'g', 12));
    }
    noteEdit();
}

ConstantEditor::ConstantEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_line(new QLineEdit(this))
{
    m_line->setReadOnly(true);
    bareLayout(this)->addWidget(m_line);
    m_line->setText(field.constant ? choiceLabel(*field.constant) : QString());
}

std::optional<Json> ConstantEditor::value() const
{
    const auto set = ScalarEditor::value();
    return set ? set : field().constant;
}

QWidget *ConstantEditor::focusTarget() const
{
    return m_line;
}

void ConstantEditor::show(const std::optional<Json> &value)
{
    m_line->setText(value ? choiceLabel(*value) : QString());
}

} // namespace podium
