// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/batchreport.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using Outcome = JobBatch::Outcome;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BatchReport)
};

QString countText(Outcome outcome, int count)
{
    switch (outcome) {
    case Outcome::Failed:
        return Texts::tr("%n failed", nullptr, count);
    case Outcome::Unconfirmed:
        return Texts::tr("%n accepted, not to be seen yet", nullptr, count);
    case Outcome::Skipped:
        return Texts::tr("%n left alone", nullptr, count);
    case Outcome::NotTried:
        return Texts::tr("%n not tried", nullptr, count);
    case Outcome::Done:
        break;
    }
    return Texts::tr("%n done", nullptr, count);
}

QString titleOf(const JobBatch &batch)
{
    const int count = static_cast<int>(batch.items().size());
    return batch.verb() == JobBatch::Verb::Cancel ? Texts::tr("Cancelling %n job(s)", nullptr, count)
                                                  : Texts::tr("Rescheduling %n job(s)", nullptr, count);
}

QString lineOf(const Job &job, const JobBatch::Item &item)
{
    QString line = u"  "_s + Texts::tr("%1, instance %2, job %3")
                                 .arg(singleLine(job.workflowId), singleLine(job.instanceId), singleLine(job.id));
    if (!item.reason.isEmpty())
        line += u"\n      "_s + singleLine(item.reason, 1000);
    return line;
}

} // namespace

QString batchSummary(const JobBatch &batch)
{
    QStringList parts;
    for (auto outcome = kBatchOutcomes.rbegin(); outcome != kBatchOutcomes.rend(); ++outcome) {
        if (const int count = batch.countOf(*outcome); count > 0)
            parts << countText(*outcome, count);
    }
    return parts.join(u" · "_s);
}

QString batchReport(const JobBatch &batch, TimeStyle style, const QDateTime &nowUtc)
{
    QStringList lines{titleOf(batch)};
    if (batch.verb() == JobBatch::Verb::Reschedule)
        lines << Texts::tr("New time: %1").arg(timeText(batch.when(), style, nowUtc));
    lines << batchSummary(batch);
    for (const Outcome outcome : kBatchOutcomes) {
        const int count = batch.countOf(outcome);
        if (count == 0)
            continue;
        lines << QString() << countText(outcome, count) + u':';
        for (qsizetype i = 0; i < batch.items().size(); ++i) {
            if (batch.items().at(i).outcome == outcome)
                lines << lineOf(batch.jobs().at(i), batch.items().at(i));
        }
    }
    return lines.join(u'\n');
}

QDialog *showReport(const JobBatch &batch, TimeStyle style, const QDateTime &nowUtc, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(titleOf(batch));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::s);
    auto *title = new QLabel(titleOf(batch));
    title->setFont(titleFont(dialog->font()));
    layout->addWidget(title);
    auto *summary = new QLabel(batchSummary(batch));
    layout->addWidget(summary);
    auto *text = new QPlainTextEdit(batchReport(batch, style, nowUtc).section(u"\n\n"_s, 1));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    text->setFont(monoFont());
    text->setAccessibleName(Texts::tr("What became of each job"));
    layout->addWidget(text, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto *copy = buttons->addButton(Texts::tr("Copy report"), QDialogButtonBox::ActionRole);
    copy->setIcon(themedIcon(u"copy"_s));
    layout->addWidget(buttons);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [report = batchReport(batch, style, nowUtc)] { QGuiApplication::clipboard()->setText(report); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(860, 420);
    dialog->open();
    return dialog;
}

} // namespace podium
