// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formview.h"

namespace podium {

class FormView::Private
{
public:
    Json value = Json::object();
};

FormView::FormView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
}
FormView::~FormView() = default;
void FormView::setSchema(const SharedJson &) {}
void FormView::setValue(const Json &value)
{
    d->value = value;
}
Json FormView::value() const
{
    return d->value;
}
Json FormView::storableValue() const
{
    return d->value;
}
void FormView::setErrors(const QList<FieldError> &) {}
QList<FieldError> FormView::problems() const
{
    return {};
}
void FormView::check(std::function<void(const QList<FieldError> &)> done)
{
    done({});
}
void FormView::focusField(const QString &) {}

} // namespace podium
