// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;

namespace podium {

class Actions;
class MarkdownView;

/// The help pages that ship with Podium (resources/help).
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HelpDialog(QWidget *parent = nullptr);

    void openPage(const QString &name); ///< "getting-started", "keyboard"…

Q_SIGNALS:
    void linkActivated(const QUrl &url);

private:
    void showPage(int row);

    QListWidget *m_list;
    MarkdownView *m_view;
};

/// Version, licence and what Podium is built from.
void openAbout(QWidget *parent);
/// Every action that has a shortcut.
void openShortcuts(QWidget *parent, const Actions &actions);

} // namespace podium
