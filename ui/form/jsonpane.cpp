// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/jsonpane.h"

#include "models/core/jsonsize.h"
#include "models/form/yamltext.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/inputtextview.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReadDelayMs = 150;
constexpr qsizetype kMostAtOnce = 32 << 10; ///< bytes of an input that is written and compared in the UI thread

bool isSmall(const SharedJson &input)
{
    return !isAsLargeAs(*input, kMostAtOnce);
}

} // namespace

JsonPane::JsonPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new InputTextView(this))
    , m_foot(new QLabel(this))
    , m_textValue(std::make_shared<const Json>(Json::object()))
    , m_wanted(m_textValue)
{
    m_view->setCode(u"{}"_s, CodeView::Language::JsonText);
    m_view->setAccessibleName(tr("Input as JSON"));
    m_view->setProperty("frame", true);
    m_view->installEventFilter(this);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_foot->setMinimumHeight(m_foot->fontMetrics().height());
    m_delay.setSingleShot(true);
    m_delay.setInterval(kReadDelayMs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    makeHead(column);
    column->addWidget(m_view, 1);
    column->addWidget(m_foot);
    connect(&m_delay, &QTimer::timeout, this, [this] { read(); });
    connect(m_view, &InputTextView::largePasted, this, &JsonPane::readLarge);
    connect(m_view, &InputTextView::filled, this, [this] { m_isShowing ? shown() : typed(); });
    connect(m_view, &QPlainTextEdit::cursorPositionChanged, this, &JsonPane::followCursor);
    connect(m_view->document(), &QTextDocument::contentsChanged, this, [this] {
        if (!m_isShowing && !m_view->isFilling())
            typed();
    });
    updateFoot();
}

void JsonPane::makeHead(QBoxLayout *column)
{
    m_title = new QLabel(tr("JSON"), this);
    m_title->setFont(strongFont(font()));
    m_title->setBuddy(m_view);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::xs);
    head->addWidget(m_title);
    head->addStretch();
    m_json = addSyntax(head, Syntax::JsonText, tr("JSON"));
    m_yaml = addSyntax(head, Syntax::YamlText, tr("YAML"));
    m_json->setChecked(true);
    QToolButton *copy = iconButton(u"copy"_s, tr("Copy the text"), this);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_isLarge ? QString::fromUtf8(written(*m_wanted)) : text()); });
    head->addWidget(copy);
    column->addLayout(head);
}

QToolButton *JsonPane::addSyntax(QBoxLayout *head, Syntax syntax, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(name);
    button->setToolTip(tr("Write the input as %1").arg(name));
    button->setAccessibleName(button->toolTip());
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, syntax] { setSyntax(syntax); });
    head->addWidget(button);
    return button;
}

QString JsonPane::text() const
{
    return m_view->toPlainText();
}

QByteArray JsonPane::written(const Json &value) const
{
    return m_syntax == Syntax::YamlText ? toYaml(value) : toBytes(value, 2);
}

void JsonPane::typed()
{
    m_isTyped = true;
    m_delay.start();
}

void JsonPane::setInput(const SharedJson &input)
{
    m_wanted = input;
    if (!m_view->hasFocus())
        showInput();
}

/// `again`: also where the text says the same already.
void JsonPane::showInput(bool again)
{
    const bool isSame =
        m_textValue == m_wanted || (isSmall(m_textValue) && isSmall(m_wanted) && sameValue(*m_textValue, *m_wanted));
    if (!again && m_problem.isEmpty() && !m_isTyped && isSame)
        return;
    m_delay.stop();
    m_pending.cancel();
    m_isTyped = false;
    m_textValue = m_wanted;
    m_problem.clear();
    if (isAsLargeAs(*m_wanted, kMostShown))
        return showLarge();
    if (isSmall(m_wanted))
        return showText(QString::fromUtf8(written(*m_wanted)));
    tell(tr("Writing the text…"));
    m_isShowing = true;
    const auto work = [value = m_wanted, syntax = m_syntax]() -> Result<QString> {
        return QString::fromUtf8(syntax == Syntax::YamlText ? toYaml(*value) : toBytes(*value, 2));
    };
    m_pending = deliver(runOnWorker<QString>(work), this, [this](const Result<QString> &text) {
        if (text)
            showText(*text);
    });
}

void JsonPane::showText(const QString &text)
{
    if (!InputTextView::isShowable(text))
        return showLarge();
    m_isShowing = true; // nothing of what follows was typed
    m_isLarge = false;
    m_view->setEditable(true);
    m_view->setPlaceholderText({});
    const int scroll = m_view->verticalScrollBar()->value();
    m_view->replaceText(text);
    m_view->verticalScrollBar()->setValue(scroll);
    if (!m_view->isFilling())
        shown();
}

void JsonPane::showLarge()
{
    m_isShowing = true;
    m_isLarge = true;
    m_view->replaceText({});
    m_view->setEditable(false);
    m_view->setPlaceholderText(tr("The input is too large to be edited as text. It is sent as it is."));
    shown();
}

/// The text stands there, all of it.
void JsonPane::shown()
{
    m_isShowing = false;
    updateFoot();
    findPlaces();
    Q_EMIT problemChanged();
    if (const auto done = std::exchange(m_done, nullptr))
        done(); // its text gave way to a value, which needs no reading
}

void JsonPane::read(std::function<void()> done)
{
    m_delay.stop();
    if (done)
        m_done = std::move(done);
    if (m_isShowing || m_view->isFilling())
        return;      // which ends in shown(), or counts as typed
    if (m_isLarge) { // there is no text to read
        if (m_done)
            QMetaObject::invokeMethod(this, std::exchange(m_done, nullptr), Qt::QueuedConnection);
        return;
    }
    const auto work = [text = text()]() -> Result<InputReading> { return readInput(text.toUtf8()); };
    m_pending = deliver(runOnWorker<InputReading>(work), this, [this](const Result<InputReading> &reading) {
        if (!reading)
            return;
        finish(*reading);
        if (const auto waiting = std::exchange(m_done, nullptr))
            waiting();
    });
}

/// What was pasted takes the place of all there was, as an input; it is never a part of a text.
void JsonPane::readLarge(const QString &text)
{
    m_delay.stop();
    tell(tr("Reading what was pasted…"));
    const auto work = [text]() -> Result<InputReading> { return readInput(text.toUtf8()); };
    m_pending = deliver(runOnWorker<InputReading>(work), this, [this](const Result<InputReading> &reading) {
        if (!reading)
            return;
        if (!reading->value)
            return tell(tr("What was pasted is not used: %1").arg(reading->problem));
        m_wanted = reading->value;
        showInput(true);
        Q_EMIT edited(m_wanted);
    });
}

void JsonPane::finish(const InputReading &reading)
{
    const bool isNews = m_isTyped;
    m_isTyped = false;
    m_problem = reading.problem;
    m_problemLine = reading.line;
    updateFoot();
    if (reading.value) {
        m_textValue = reading.value;
        findPlaces();
        if (isNews) {
            m_wanted = reading.value;
            Q_EMIT edited(m_wanted);
        }
    }
    Q_EMIT problemChanged();
}

void JsonPane::setSyntax(Syntax syntax)
{
    const auto settle = [this] {
        m_json->setChecked(m_syntax == Syntax::JsonText);
        m_yaml->setChecked(m_syntax == Syntax::YamlText);
    };
    if (syntax == m_syntax)
        return settle();
    read([this, syntax, settle] {
        if (m_problem.isEmpty()) {
            m_syntax = syntax;
            const bool isYaml = syntax == Syntax::YamlText;
            m_view->setLanguage(isYaml ? CodeView::Language::YamlText : CodeView::Language::JsonText);
            m_view->setAccessibleName(isYaml ? tr("Input as YAML") : tr("Input as JSON"));
            m_title->setText(isYaml ? tr("YAML") : tr("JSON"));
            m_wanted = m_textValue;
            showInput(true);
        }
        settle();
    });
}

/// For the text as it stands now.
void JsonPane::findPlaces()
{
    if (m_isLarge) {
        m_places = {};
        return updateMark();
    }
    const auto work = [text = text()]() -> Result<InputPlaces> { return InputPlaces(text.toUtf8()); };
    m_placing = deliver(runOnWorker<InputPlaces>(work), this, [this](const Result<InputPlaces> &places) {
        if (!places)
            return;
        m_places = *places;
        updateMark();
    });
}

void JsonPane::followCursor()
{
    if (m_isShowing || !m_view->hasFocus())
        return;
    const QTextCursor cursor = m_view->textCursor();
    const auto column = cursor.block().text().left(cursor.positionInBlock()).toUtf8().size() + 1;
    const QString pointer = m_places.pointerAt(cursor.blockNumber() + 1, static_cast<int>(column));
    if (pointer == m_entered)
        return;
    m_entered = pointer;
    Q_EMIT fieldEntered(pointer);
}

void JsonPane::markField(const QString &pointer)
{
    if (m_marked == pointer)
        return;
    m_marked = pointer;
    updateMark();
}

/// A problem is more important than where the keyboard is.
void JsonPane::updateMark()
{
    if (!m_problem.isEmpty())
        return m_view->highlightLines(m_problemLine, m_problemLine);
    const InputPlaces::Lines lines = m_places.linesOf(m_marked);
    m_view->highlightLines(lines.first, lines.last);
    if (lines.first > 0 && !m_view->hasFocus())
        m_view->showLine(lines.first);
}

void JsonPane::tell(const QString &text)
{
    m_foot->setText(text);
    m_view->setAccessibleDescription(text);
}

void JsonPane::updateFoot()
{
    const bool isWrong = !m_problem.isEmpty();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Danger, palette()));
    m_foot->setPalette(colors);
    markWrong(m_view, isWrong);
    tell(isWrong ? tr("Not used yet: %1").arg(m_problem) : QString());
    updateMark();
}

void JsonPane::focusProblem()
{
    if (m_problemLine > 0)
        m_view->goToLine(m_problemLine);
    m_view->setFocus();
}

bool JsonPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FocusOut) {
        if (!std::exchange(m_entered, {}).isEmpty())
            Q_EMIT fieldEntered({});
        if (m_isTyped)
            read(); // its value comes as edited()
        else if (m_problem.isEmpty())
            showInput();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace podium
