// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/boundedtextedit.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QMimeData>

namespace podium {

BoundedTextEdit::BoundedTextEdit(int lines, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("field", true);
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * space::s);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { m_problem.clear(); });
}

void BoundedTextEdit::showText(const QString &text, bool readOnly)
{
    const bool isTooLong = text.size() > kMost;
    setPlainText(isTooLong ? tr("%1, edited in the text beside the form").arg(sizeText(text.size())) : text);
    setReadOnly(readOnly || isTooLong);
    m_problem.clear(); // also while its signals are blocked
}

void BoundedTextEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (text.size() <= kMost && document()->characterCount() + text.size() <= 2 * kMost)
        return QPlainTextEdit::insertFromMimeData(source);
    m_problem = tr("What was pasted (%1) is too long for this field. Paste it into the text beside the form.")
                    .arg(sizeText(text.size()));
    Q_EMIT refused();
}

} // namespace podium
