// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/environments/connectiontest.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

using Service = ConnectionCheck::Service;
using Outcome = ConnectionCheck::Outcome;

ConnectionTest::ConnectionTest(EnvironmentService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Result of the connection test"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(2, 1);
    addRow(Service::Issuer, tr("Sign-in"));
    addRow(Service::DataIndex, tr("Data Index"));
    addRow(Service::Runtime, tr("Runtimes"));
    addRow(Service::JobService, tr("Job Service"));
    addRow(Service::Notifications, tr("Notifications"));
    hide();
}

void ConnectionTest::addRow(Service service, const QString &name)
{
    Row row{service, new QLabel(this), new QLabel(name, this), new QLabel(this), new QToolButton(this), {}, false};
    row.icon->setFixedSize(20, 20);
    row.name->setFont(strongFont(font()));
    row.summary->setTextFormat(Qt::PlainText);
    row.summary->setWordWrap(true);
    row.summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.summary->setFocusPolicy(Qt::NoFocus);
    row.details->setIcon(themedIcon(u"info"_s));
    row.details->setAutoRaise(true);
    row.details->setToolTip(tr("Details"));
    row.details->setAccessibleName(tr("Details of %1").arg(name));
    const std::size_t at = m_rows.size();
    connect(row.details, &QToolButton::clicked, this, [this, at] { openDetails(m_rows[at]); });
    const int line = int(at);
    m_grid->addWidget(row.icon, line, 0, Qt::AlignTop);
    m_grid->addWidget(row.name, line, 1, Qt::AlignTop);
    m_grid->addWidget(row.summary, line, 2);
    m_grid->addWidget(row.details, line, 3, Qt::AlignTop);
    m_rows.push_back(row);
}

void ConnectionTest::run(const Environment &environment)
{
    m_pending.clear();
    m_open = int(m_rows.size());
    show();
    for (Row &row : m_rows) {
        row.answered = false;
        row.check = {};
        row.summary->setText(tr("Asking…"));
        row.details->hide();
        updateIcon(row);
    }
    for (Row &row : m_rows) {
        m_pending.push_back(deliver(
            m_service.check(environment, row.service), this, [this, &row](const Result<ConnectionCheck> &result) {
                ConnectionCheck check;
                if (result) {
                    check = *result;
                } else {
                    check.outcome = Outcome::Failed;
                    check.summary = QStringList{result.error().what, result.error().why}.join(u' ');
                    check.remedy = result.error().remedy;
                    check.details = result.error().details;
                }
                present(row, check);
                if (--m_open == 0)
                    Q_EMIT finished();
            }));
    }
}

void ConnectionTest::clear()
{
    m_pending.clear();
    m_open = 0;
    hide();
}

void ConnectionTest::present(Row &row, const ConnectionCheck &check)
{
    row.check = check;
    row.answered = true;
    QString text = check.summary;
    if (text.isEmpty() && check.outcome == Outcome::Skipped)
        text = tr("No address given.");
    if (!check.remedy.isEmpty())
        text += u'\n' % check.remedy;
    row.summary->setText(text);
    row.details->setVisible(!check.details.isEmpty());
    updateIcon(row);
}

void ConnectionTest::updateIcon(const Row &row)
{
    const auto set = [&](const QString &icon, Tone tone, const QString &word) {
        row.icon->setPixmap(iconPixmap(icon, 20, toneColor(tone, palette()), devicePixelRatioF()));
        row.icon->setAccessibleName(word);
    };
    if (!row.answered)
        return set(u"clock"_s, Tone::Neutral, tr("Asking"));
    switch (row.check.outcome) {
    case Outcome::Ok:
        return set(u"check"_s, Tone::Success, tr("Good"));
    case Outcome::Warning:
        return set(u"warning"_s, Tone::Warning, tr("Warning"));
    case Outcome::Failed:
        return set(u"error"_s, Tone::Danger, tr("Failed"));
    case Outcome::Skipped:
        break;
    }
    set(u"info"_s, Tone::Neutral, tr("Skipped"));
}

void ConnectionTest::openDetails(const Row &row)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, row.name->text(), row.check.details, QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ConnectionTest::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Row &row : m_rows)
            updateIcon(row);
    }
}

} // namespace podium
