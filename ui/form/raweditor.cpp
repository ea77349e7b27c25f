// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/raweditor.h"

#include "models/form/exactnumber.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace podium {

RawEditor::RawEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_text(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    m_text->setProperty("field", true);
    m_text->setFont(monoFont());
    m_text->setTabChangesFocus(true);
    m_text->setReadOnly(field.readOnly);
    m_text->setPlaceholderText(field.placeholder.isEmpty() ? tr("JSON, e.g. {\"key\": \"value\"}") : field.placeholder);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 5 + 2 * space::s);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        read();
        noteEdit();
    });
}

QWidget *RawEditor::focusTarget() const
{
    return m_text;
}

void RawEditor::setWrong(bool wrong)
{
    markWrong(m_text, wrong);
}

void RawEditor::read()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    m_problem.clear();
    if (text.trimmed().isEmpty()) {
        m_value.reset();
        return;
    }
    const auto parsed = parseJson(text);
    const QString rounded = parsed ? roundedNumber(text) : QString();
    if (!parsed)
        m_problem = tr("This is not valid JSON: %1").arg(parsed.error().why);
    else if (!rounded.isEmpty())
        m_problem = tr("The number %1 has more digits than can be sent exactly.").arg(rounded);
    else
        m_value = *parsed;
}

void RawEditor::show(const std::optional<Json> &value)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(value ? QString::fromUtf8(toBytes(*value, 2)) : QString());
    m_value = value;
    m_problem.clear();
}

} // namespace podium
