// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"
#include "ui/shell/helpdialog.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QDialog *makeDialog(QWidget *parent, const QString &name, const QString &title)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    return dialog;
}

QDialogButtonBox *closeBox(QDialog *dialog)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

} // namespace

void openAbout(QWidget *parent)
{
    QDialog *dialog = makeDialog(parent, u"AboutDialog"_s, HelpDialog::tr("About Podium"));
    auto *icon = new QLabel(dialog);
    icon->setPixmap(applicationIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    QLabel *title = plain(HelpDialog::tr("Podium %1").arg(QStringLiteral(PODIUM_VERSION)), dialog);
    title->setFont(titleFont(dialog->font()));
    QLabel *text =
        plain(HelpDialog::tr("A native console for SonataFlow workflows.\n\n© 2026 The Podium authors\n"
                             "Apache License 2.0\n\nBuilt with Qt %1, nlohmann JSON, QtKeychain, OpenSSL, libfyaml, "
                             "valijson and libqrencode.")
                  .arg(QString::fromLatin1(qVersion())),
              dialog);
    text->setMinimumWidth(360);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(title);
    words->addWidget(text);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::l);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::l);
    layout->addLayout(top);
    layout->addWidget(closeBox(dialog));
    dialog->open();
}

void openShortcuts(QWidget *parent, const Actions &actions)
{
    QDialog *dialog = makeDialog(parent, u"ShortcutsDialog"_s, HelpDialog::tr("Keyboard shortcuts"));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(space::xl, space::s, space::xl, space::s);
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::s);
    int row = 0;
    for (const QAction *action : actions.all()) {
        if (action->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        QLabel *shortcut = plain(keys.join(HelpDialog::tr(" or ")), list);
        setMuted(shortcut);
        grid->addWidget(plain(action->text(), list), row, 0);
        grid->addWidget(shortcut, row++, 1);
    }
    grid->setColumnStretch(0, 1);
    auto *scroll = new QScrollArea(dialog);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(dialog->windowTitle());
    QLabel *title = plain(dialog->windowTitle(), dialog);
    title->setFont(titleFont(dialog->font()));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, space::xl, 0, space::l);
    layout->setSpacing(space::m);
    title->setContentsMargins(space::xl, 0, space::xl, 0);
    QDialogButtonBox *box = closeBox(dialog);
    box->setContentsMargins(space::xl, 0, space::xl, 0);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    layout->addWidget(box);
    dialog->resize(520, 560);
    dialog->open();
}

} // namespace podium
