// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/raweditor.h"

#include "models/core/jsonsize.h"
#include "models/form/exactnumber.h"
#include "ui/form/boundedtextedit.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>

namespace podium {

RawEditor::RawEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_text(new BoundedTextEdit(5, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    m_text->setFont(monoFont());
    m_text->setReadOnly(field.readOnly);
    m_placeholder = field.placeholder.isEmpty() ? tr("JSON, e.g. {\"key\": \"value\"}") : field.placeholder;
    m_text->setPlaceholderText(m_placeholder);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        read();
        noteEdit();
    });
    connect(m_text, &BoundedTextEdit::refused, this, [this] {
        m_problem = m_text->problem();
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
    // A large value is edited in the text beside the form: here it would only be written to be told.
    const bool isLong = value && isAsLargeAs(*value, BoundedTextEdit::kMost);
    m_text->showText(value && !isLong ? QString::fromUtf8(toBytes(*value, 2)) : QString(), field().readOnly || isLong);
    m_text->setPlaceholderText(isLong ? tr("Too large to be edited here: see the text beside the form")
                                      : m_placeholder);
    m_value = value;
    m_problem.clear();
}

} // namespace podium
