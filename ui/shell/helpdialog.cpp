// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/helpdialog.h"

#include "ui/widgets/markdownview.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct HelpPage
{
    const char *file;
    const char *title;
};
constexpr HelpPage kPages[] = {
    {"getting-started", QT_TRANSLATE_NOOP("HelpDialog", "Getting started")},
    {"instances", QT_TRANSLATE_NOOP("HelpDialog", "Finding instances")},
    {"graph", QT_TRANSLATE_NOOP("HelpDialog", "The graph")},
    {"jobs", QT_TRANSLATE_NOOP("HelpDialog", "Jobs")},
    {"workspace", QT_TRANSLATE_NOOP("HelpDialog", "The workspace")},
    {"diagnostics", QT_TRANSLATE_NOOP("HelpDialog", "Checking definitions")},
    {"notifications", QT_TRANSLATE_NOOP("HelpDialog", "Notifications")},
    {"watch", QT_TRANSLATE_NOOP("HelpDialog", "Watch rules")},
    {"environments", QT_TRANSLATE_NOOP("HelpDialog", "Environments")},
    {"keyboard", QT_TRANSLATE_NOOP("HelpDialog", "Keyboard")},
    {"sandbox", QT_TRANSLATE_NOOP("HelpDialog", "The sandbox")},
};

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_view(new MarkdownView(this))
{
    setObjectName(u"HelpDialog"_s);
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const HelpPage &page : kPages)
        m_list->addItem(QCoreApplication::translate("HelpDialog", page.title));
    m_list->setObjectName(u"SideList"_s);
    m_list->setFixedWidth(190);
    m_list->setAccessibleName(tr("Help pages"));
    m_view->setAccessibleName(tr("Help text"));
    m_view->setDocumentMargin(space::xl);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_view, 1);
    resize(820, 600);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpDialog::showPage);
    connect(m_view, &MarkdownView::linkActivated, this, &HelpDialog::linkActivated);
    m_list->setCurrentRow(0);
}

void HelpDialog::openPage(const QString &name)
{
    for (int row = 0; row < int(std::size(kPages)); ++row) {
        if (name == QLatin1StringView(kPages[row].file))
            m_list->setCurrentRow(row);
    }
}

void HelpDialog::showPage(int row)
{
    if (row < 0)
        return;
    QFile file(u":/help/"_s % QLatin1StringView(kPages[row].file) % u".md");
    QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    // The licence header is for those who read the file.
    const qsizetype heading = text.indexOf(u"# "_s);
    m_view->setMarkdown(text.mid(qMax<qsizetype>(0, heading)));
}

} // namespace podium
