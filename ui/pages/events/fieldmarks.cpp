// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/events/fieldmarks.h"

#include <QLabel>
#include <QStyle>

namespace podium {

using namespace Qt::StringLiterals;

QLabel *problemLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("tone", u"danger"_s);
    label->hide();
    return label;
}

void showProblem(QWidget *field, QLabel *label, const QString &message)
{
    const bool isWrong = !message.isEmpty();
    label->setText(message);
    label->setVisible(isWrong);
    field->setAccessibleDescription(message);
    if (field->property("wrong").toBool() == isWrong)
        return;
    field->setProperty("wrong", isWrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

QString messageAt(const QList<FieldError> &problems, const QString &pointer)
{
    for (const FieldError &each : problems) {
        if (each.pointer == pointer)
            return each.message;
    }
    return {};
}

} // namespace podium
