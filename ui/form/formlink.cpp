// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formlink.h"

#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"

namespace podium {

void linkFormAndText(FormView *form, JsonPane *text)
{
    QObject::connect(form, &FormView::valueChanged, text, [form, text] { text->setInput(form->input()); });
    QObject::connect(form, &FormView::fieldEntered, text, &JsonPane::markField);
    QObject::connect(text, &JsonPane::edited, form, &FormView::setInput);
    QObject::connect(text, &JsonPane::fieldEntered, form, &FormView::markField);
}

} // namespace podium
