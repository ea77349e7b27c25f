// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/jqline.h"

#include "models/items/itemtexts.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JqLine::JqLine(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_message(plainLabel())
{
    m_field->setPlaceholderText(tr("jq filter, such as .orders[] | select(.open)"));
    m_field->setAccessibleName(tr("jq filter"));
    m_field->setToolTip(tr("Shows what a jq expression makes of the variables. jq rounds whole numbers of more than 15 "
                           "digits."));
    m_field->setFont(monoFont());
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_stop = iconButton(u"close"_s, tr("Stop the filter"), this);
    m_stop->setEnabled(false);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_field, 1);
    row->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, 0, space::m, space::s);
    layout->setSpacing(space::xs);
    layout->addLayout(row);
    layout->addWidget(m_message);
    m_delay.setSingleShot(true);
    m_delay.setInterval(400ms);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, &JqLine::apply);
    connect(&m_patience, &QTimer::timeout, this, [this] { say(tr("Filtering…"), false); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            apply();
        else
            m_delay.start();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &JqLine::apply);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_pending = {};
        setBusy(false);
        say(tr("Stopped."), false);
    });
    setFocusProxy(m_field);
}

QString JqLine::message() const
{
    return m_message->text();
}

void JqLine::setDocument(const SharedJson &document)
{
    if (m_document == document)
        return;
    m_document = document;
    if (!m_field->text().trimmed().isEmpty())
        apply();
}

void JqLine::apply()
{
    m_delay.stop();
    m_pending = {}; // which ends its process
    const QString expression = m_field->text().trimmed();
    if (expression.isEmpty() || !m_document) {
        setBusy(false);
        say({}, false);
        Q_EMIT filtered(nullptr);
        return;
    }
    setBusy(true);
    const AsyncSource<JqOutcome> source;
    (void)QtConcurrent::run([source, expression, document = m_document, limits = m_limits] {
        source.finish(runJq(jqWorkerPath(), *document, expression, limits, [&source] { return source.isCanceled(); }));
    });
    m_pending = deliver(source.future(), this, [this](const Result<JqOutcome> &outcome) {
        setBusy(false);
        showOutcome(outcome);
    });
}

void JqLine::showOutcome(const Result<JqOutcome> &outcome)
{
    if (!outcome) {
        if (!outcome.error().isCancelled()) // the former results stay: half of an expression is no expression
            say(singleLine(outcome.error().why + u' ' + outcome.error().remedy), true);
        return;
    }
    const auto count = static_cast<int>(outcome->results->size());
    QString text = tr("%n result(s)", nullptr, count);
    if (outcome->truncated)
        text = tr("The first %n result(s): there are more.", nullptr, count);
    if (!outcome->failure.isEmpty())
        text = tr("%1, then: %2").arg(text, singleLine(outcome->failure));
    say(text, !outcome->failure.isEmpty());
    // One result is shown as what it is, several as the list that they are.
    Q_EMIT filtered(count == 1 ? SharedJson(outcome->results, &outcome->results->front()) : outcome->results);
}

void JqLine::setBusy(bool busy)
{
    m_busy = busy;
    m_stop->setEnabled(busy);
    if (busy)
        m_patience.start();
    else
        m_patience.stop();
}

void JqLine::say(const QString &text, bool failed)
{
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_message->setVisible(!text.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, failed ? toneColor(Tone::Danger, palette()) : mutedColor(palette()));
    m_message->setPalette(colors);
}

bool JqLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT: the type says so
        if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace podium
