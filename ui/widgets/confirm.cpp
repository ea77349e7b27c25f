// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/confirm.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium {

namespace {

QString translated(const char *text)
{
    return QDialog::tr(text);
}

QLabel *addText(QVBoxLayout *layout, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
}

} // namespace

QDialog *confirm(QWidget *parent, const Confirmation &confirmation, std::function<void()> accepted)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(confirmation.title);
    dialog->setAccessibleDescription(confirmation.text);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::s);
    addText(layout, confirmation.title, dialog)->setFont(titleFont(dialog->font()));
    addText(layout, confirmation.text, dialog)->setMinimumWidth(400);

    auto *buttons = new QDialogButtonBox(dialog);
    auto *accept = buttons->addButton(confirmation.actionText, QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    if (!confirmation.declineText.isEmpty())
        cancel->setText(confirmation.declineText);
    setButtonTone(accept, confirmation.tone == Tone::Danger ? Tone::Danger : Tone::Info);
    if (!confirmation.typeToConfirm.isEmpty()) {
        layout->addSpacing(space::s);
        auto *label = addText(layout, translated("Type %1 to go on:").arg(confirmation.typeToConfirm), dialog);
        auto *field = new QLineEdit(dialog);
        label->setBuddy(field);
        field->setAccessibleName(label->text());
        layout->addWidget(field);
        accept->setEnabled(false);
        QObject::connect(field, &QLineEdit::textChanged, accept,
                         [accept, word = confirmation.typeToConfirm](const QString &text) {
                             accept->setEnabled(text.trimmed() == word);
                         });
        field->setFocus();
    } else if (confirmation.tone == Tone::Danger) {
        // Enter on its own must not destroy anything.
        cancel->setDefault(true);
        cancel->setFocus();
    }
    layout->addSpacing(space::l);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::accepted, parent, [accepted = std::move(accepted)] {
        if (accepted)
            accepted();
    });
    dialog->open();
    return dialog;
}

} // namespace podium
