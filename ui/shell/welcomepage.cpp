// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/welcomepage.h"

#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    const auto addLabel = [this](QVBoxLayout *layout, const QString &text) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
        return label;
    };
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    auto *add = new QPushButton(tr("Add environment"), this);
    setButtonTone(add, Tone::Info);
    auto *import = new QPushButton(tr("Import…"), this);
    auto *help = new QPushButton(tr("Getting started"), this);
    help->setFlat(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    for (QPushButton *button : {add, import, help})
        buttons->addWidget(button);
    buttons->addStretch();

    auto *column = new QWidget(this);
    column->setFixedWidth(500);
    auto *centre = new QHBoxLayout(this);
    centre->addStretch();
    centre->addWidget(column);
    centre->addStretch();
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addSpacing(space::xl);
    addLabel(layout, tr("Welcome to Podium"))->setFont(titleFont(font()));
    layout->addSpacing(space::s);
    setMuted(
        addLabel(layout, tr("An environment is one installation of your workflow services: where to sign in, and where "
                            "its Data Index is. Add yours, or import the file a colleague exported.")));
    layout->addSpacing(space::xl);
    layout->addLayout(buttons);
    layout->addSpacing(space::xl);
    setMuted(
        addLabel(layout, tr("Only want to look around? From a clone of the project, installer/run starts a sandbox on "
                            "this machine and adds its environment here.")));
    layout->addStretch(3);
    setAccessibleName(tr("Welcome to Podium"));
    connect(add, &QPushButton::clicked, this, &WelcomePage::addWanted);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importWanted);
    connect(help, &QPushButton::clicked, this, &WelcomePage::helpWanted);
}

} // namespace podium
