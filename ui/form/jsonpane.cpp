// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/jsonpane.h"

#include "models/form/exactnumber.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kReadDelayMs = 150;

/// Hands on a text that is too large to be inserted.
class PasteView : public CodeView
{
public:
    PasteView(std::function<void(const QString &)> large, QWidget *parent)
        : CodeView(parent)
        , m_large(std::move(large))
    {
    }

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        if (const QString text = source->text(); text.size() > JsonPane::kMostShown)
            m_large(text);
        else
            CodeView::insertFromMimeData(source);
    }

private:
    std::function<void(const QString &)> m_large;
};

} // namespace

struct JsonPane::Reading
{
    Json value;
    QString problem;
    int line = 0; ///< of the problem, from 1; 0 when unknown
};

JsonPane::JsonPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new PasteView([this](const QString &large) { readLarge(large); }, this))
    , m_foot(new QLabel(this))
{
    auto *title = new QLabel(tr("JSON"), this);
    title->setFont(strongFont(font()));
    title->setBuddy(m_view);
    auto *copy = new QToolButton(this);
    copy->setIcon(themedIcon(u"copy"_s));
    copy->setToolTip(tr("Copy the JSON"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_isLarge ? QString::fromUtf8(toBytes(m_wanted, 2)) : text());
    });

    m_view->setReadOnly(false);
    m_view->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_view->setCode(u"{}"_s, CodeView::Language::JsonText);
    m_view->setAccessibleName(tr("Input as JSON"));
    m_view->setProperty("frame", true);
    m_view->installEventFilter(this);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_foot->setMinimumHeight(m_foot->fontMetrics().height());
    m_delay.setSingleShot(true);
    m_delay.setInterval(kReadDelayMs);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_foot);
    connect(&m_delay, &QTimer::timeout, this, [this] { read(); });
    connect(m_view->document(), &QTextDocument::contentsChanged, this, [this] {
        if (m_isShowing)
            return;
        m_isTyped = true;
        m_delay.start();
    });
    updateFoot();
}

QString JsonPane::text() const
{
    return m_view->toPlainText();
}

void JsonPane::setValue(const Json &value)
{
    m_wanted = value;
    const bool isTyping = m_view->hasFocus() && (m_isTyped || m_delay.isActive() || !m_problem.isEmpty());
    if (!isTyping && !m_view->hasFocus())
        showValue();
}

void JsonPane::showValue()
{
    if (m_problem.isEmpty() && !m_isTyped && sameValue(m_textValue, m_wanted))
        return;
    m_delay.stop();
    m_pending.cancel();
    const QByteArray text = toBytes(m_wanted, 2);
    m_isShowing = true; // nothing of what follows was typed
    setLarge(text.size() > kMostShown ? text.size() : 0);
    const int scroll = m_view->verticalScrollBar()->value();
    QTextCursor cursor(m_view->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(m_isLarge ? QString() : QString::fromUtf8(text));
    m_view->verticalScrollBar()->setValue(scroll);
    m_isShowing = false;
    m_isTyped = false;
    m_textValue = m_wanted;
    m_problem.clear();
    updateFoot();
    Q_EMIT problemChanged();
    if (const auto done = std::exchange(m_done, nullptr))
        done(); // its text gave way to a value, which needs no reading
}

void JsonPane::read(std::function<void()> done)
{
    m_delay.stop();
    if (m_isLarge) { // there is no text to read
        if (done)
            QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    if (done)
        m_done = std::move(done);
    const auto work = [text = text().toUtf8()]() -> Result<Reading> { return readingOf(text); };
    m_pending = deliver(runOnWorker<Reading>(work), this, [this](const Result<Reading> &reading) {
        if (!reading)
            return;
        finish(*reading);
        if (const auto waiting = std::exchange(m_done, nullptr))
            waiting();
    });
}

JsonPane::Reading JsonPane::readingOf(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return {Json::object(), {}, 0};
    const auto parsed = parseJson(text);
    if (!parsed) {
        static const QRegularExpression number(u"\\d+"_s);
        return {{}, parsed.error().why, number.match(parsed.error().why).captured().toInt()};
    }
    if (!parsed->is_object())
        return {{}, tr("The input must be an object: { … }."), 1};
    if (const QString rounded = roundedNumber(text); !rounded.isEmpty()) {
        const auto line = static_cast<int>(QByteArrayView(text).first(text.indexOf(rounded.toUtf8())).count('\n')) + 1;
        return {{}, tr("The number %1 has more digits than can be sent exactly.").arg(rounded), line};
    }
    return {*parsed, {}, 0};
}

/// What was pasted takes the place of all there was, as an input; it is never a part of a text.
void JsonPane::readLarge(const QString &text)
{
    m_delay.stop();
    m_foot->setText(tr("Reading what was pasted…"));
    const auto work = [text]() -> Result<Reading> { return readingOf(text.toUtf8()); };
    m_pending = deliver(runOnWorker<Reading>(work), this, [this](const Result<Reading> &reading) {
        if (!reading)
            return;
        if (!reading->problem.isEmpty())
            return m_foot->setText(tr("What was pasted is not used: %1").arg(reading->problem));
        m_isTyped = false;
        m_problem.clear();
        m_wanted = reading->value;
        showValue();
        Q_EMIT edited(m_wanted);
    });
}

/// 0: it is shown.
void JsonPane::setLarge(qsizetype bytes)
{
    if (bytes == 0 && !m_isLarge)
        return;
    m_isLarge = bytes > 0;
    m_view->setReadOnly(m_isLarge);
    m_view->setPlaceholderText(
        m_isLarge ? tr("The input has %1: too much to be edited as text. It is sent as it is.").arg(sizeText(bytes))
                  : QString());
}

void JsonPane::finish(const Reading &reading)
{
    const bool isNews = m_isTyped;
    m_isTyped = false;
    m_problem = reading.problem;
    m_problemLine = reading.line;
    updateFoot();
    if (m_problem.isEmpty()) {
        m_textValue = reading.value;
        if (isNews) {
            m_wanted = reading.value;
            Q_EMIT edited(reading.value);
        }
    }
    Q_EMIT problemChanged();
}

void JsonPane::updateFoot()
{
    const bool isWrong = !m_problem.isEmpty();
    m_foot->setText(isWrong ? tr("Not used yet: %1").arg(m_problem) : QString());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Danger, palette()));
    m_foot->setPalette(colors);
    markWrong(m_view, isWrong);
    m_view->highlightLine(isWrong ? m_problemLine : 0);
    m_view->setAccessibleDescription(m_foot->text());
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
        if (m_isTyped)
            read(); // its value comes as edited()
        else if (m_problem.isEmpty())
            showValue();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace podium
