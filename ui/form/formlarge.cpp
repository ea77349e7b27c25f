// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Inputs that are too large for fields.
#include "models/core/jsonsize.h"
#include "ui/form/formview_p.h"
#include "ui/form/formwizard.h"
#include "ui/widgets/messagepanel.h"

#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

void FormView::setInput(const SharedJson &input)
{
    if (!isAsLargeAs(*input, kMostFields))
        return setValue(*input);
    if (d->large == input)
        return;
    d->serverErrors.clear();
    d->setLarge(input);
}

SharedJson FormView::input() const
{
    return d->large ? d->large : std::make_shared<const Json>(value());
}

bool FormView::isLarge() const
{
    return d->large != nullptr;
}

/// Null: the fields come back.
void FormView::Private::setLarge(const SharedJson &input)
{
    if (large == input)
        return;
    large = input;
    aside->setVisible(large != nullptr);
    wizard->setAside(large != nullptr);
    schemaErrors.clear();
    if (large)
        tellLarge();
    update->start();
}

void FormView::Private::tellLarge()
{
    constexpr qsizetype most = 5;
    QStringList lines{tr("The input is too large to be shown as fields. It is checked and sent as it is.")};
    for (const FieldError &error : (schemaErrors + serverErrors).mid(0, most))
        lines << tr("%1: %2").arg(error.pointer.left(80).simplified(), error.message);
    if (const qsizetype more = schemaErrors.size() + serverErrors.size() - most; more > 0)
        lines << tr("… and %n more", nullptr, static_cast<int>(more));
    aside->setMessage(lines.size() > 1 ? Tone::Warning : Tone::Info, u"json"_s, tr("A large input"), lines.join(u'\n'));
    aside->setAction(tr("Back to the fields"), [this] {
        setLarge(nullptr);
        view->focusField({});
    });
}

} // namespace podium
