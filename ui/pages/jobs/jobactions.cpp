// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/jobactions.h"

#include "models/services/livefeed.h"
#include "ui/pages/jobs/batchreport.h"
#include "ui/pages/jobs/rescheduledialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/displaysettings.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QList<Job> openOnes(const QList<Job> &jobs)
{
    QList<Job> open;
    for (const Job &job : jobs) {
        if (!isFinal(job.status))
            open << job;
    }
    return open;
}

/// What of the selection is not touched.
QString restText(qsizetype selected, qsizetype open)
{
    const int rest = static_cast<int>(selected - open);
    return rest == 0 ? QString()
                     : u"\n\n"_s + JobActions::tr("%n selected job(s) are over and stay as they are.", nullptr, rest);
}

} // namespace

JobActions::JobActions(const PageContext &context, QWidget *owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
{
}

JobRule JobActions::ruleFor(const QList<Job> &jobs) const
{
    if (isBusy())
        return {false, tr("Wait until the running action is through.")};
    if (jobs.isEmpty())
        return {false, tr("Select a job first.")};
    if (jobs.size() > kMostAtOnce)
        return {false, tr("At most %n job(s) at once: select fewer.", nullptr, kMostAtOnce)};
    if (!openOnes(jobs).isEmpty())
        return {true, {}};
    if (jobs.size() > 1)
        return {false, tr("The selected jobs are over.")};
    return {false, tr("The job is over: it is %1.").arg(displayName(jobs.constFirst().status).toLower())};
}

void JobActions::cancel(const QList<Job> &jobs, const QString &about)
{
    if (!ruleFor(jobs).allowed)
        return;
    const QList<Job> open = openOnes(jobs);
    const int count = static_cast<int>(open.size());
    Confirmation ask;
    ask.title = count == 1 ? tr("Cancel this job?") : tr("Cancel %n job(s)?", nullptr, count);
    if (count == 1) {
        ask.text = tr("Its timer never fires. The instance stays active, waiting at its timer, until somebody moves it "
                      "on.");
        ask.text += u"\n\n"_s + about;
    } else {
        ask.text = tr("Their timers never fire. The instances stay active, each waiting at its timer, until somebody "
                      "moves them on.");
    }
    ask.text += restText(jobs.size(), count);
    ask.declineText = count == 1 ? tr("Keep it") : tr("Keep them");
    ask.actionText = count == 1 ? tr("Cancel job") : tr("Cancel %n job(s)", nullptr, count);
    ask.tone = Tone::Danger;
    if (m_context.console.environment.production) {
        ask.text += u"\n\n"_s + tr("This is production: %1.").arg(m_context.console.environment.name);
        ask.typeToConfirm = m_context.console.environment.name;
    }
    confirm(m_owner, ask, [this, open] { start(JobBatch::Verb::Cancel, open, {}); });
}

void JobActions::reschedule(const QList<Job> &jobs, const QString &about)
{
    if (!ruleFor(jobs).allowed)
        return;
    const QList<Job> open = openOnes(jobs);
    const int count = static_cast<int>(open.size());
    QString what = count == 1 ? about : tr("All of them get the same time. Repeats stay as they are.");
    what += restText(jobs.size(), count);
    auto *dialog = new RescheduleDialog(open, what, m_context.display.timeStyle(), m_context.console.clock, m_owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, open, count] {
        const QDateTime when = dialog->when();
        const bool atOnce = dialog->isAtOnce();
        const auto go = [this, open, when] { start(JobBatch::Verb::Reschedule, open, when); };
        if (!m_context.console.environment.production)
            return go();
        const QString time = timeText(when, m_context.display.timeStyle(), m_context.console.clock.now());
        askProduction(tr("Reschedule %n job(s)?", nullptr, count),
                      atOnce ? tr("They fire at once, and their instances go on.") : tr("New time: %1").arg(time),
                      tr("Reschedule"), go);
    });
    dialog->open();
}

void JobActions::askProduction(const QString &title, const QString &text, const QString &verb,
                               std::function<void()> accepted)
{
    Confirmation ask;
    ask.title = title;
    ask.text = text + u"\n\n"_s + tr("This is production: %1.").arg(m_context.console.environment.name);
    ask.actionText = verb;
    ask.tone = Tone::Warning;
    ask.typeToConfirm = m_context.console.environment.name;
    confirm(m_owner, ask, std::move(accepted));
}

void JobActions::start(JobBatch::Verb verb, const QList<Job> &jobs, const QDateTime &when)
{
    if (isBusy())
        return; // a second dialog was open
    m_batch = new JobBatch(m_context.console.jobs, verb, jobs, when, this);
    connect(m_batch, &JobBatch::progressed, this, &JobActions::progressed);
    connect(m_batch, &JobBatch::finished, this, &JobActions::end);
    Q_EMIT busyChanged();
    m_batch->start();
}

void JobActions::end()
{
    JobBatch *batch = std::exchange(m_batch, nullptr);
    Q_EMIT busyChanged();
    // Also after a failure: it may have moved on meanwhile, which is why it was refused.
    m_context.console.live.refreshNow();
    Q_EMIT ended();
    if (batch->items().size() == 1)
        tellOne(*batch);
    else
        showReport(*batch, m_context.display.timeStyle(), m_context.console.clock.now(), m_owner);
    batch->deleteLater();
}

void JobActions::tellOne(const JobBatch &batch)
{
    const JobBatch::Item &item = batch.items().constFirst();
    const bool isCancel = batch.verb() == JobBatch::Verb::Cancel;
    Error error = item.error;
    switch (item.outcome) {
    case JobBatch::Outcome::Done:
        if (isCancel)
            m_context.navigator.showMessage(tr("The job is cancelled"));
        else
            m_context.navigator.showMessage(batch.jobs().constFirst().status == JobStatus::Executed
                                                ? tr("The job fired")
                                                : tr("The job is rescheduled"));
        return;
    case JobBatch::Outcome::Unconfirmed:
        m_context.navigator.showMessage(isCancel ? tr("Cancelling the job was accepted; it is not to be seen yet")
                                                 : tr("Rescheduling the job was accepted; it is not to be seen yet"));
        return;
    case JobBatch::Outcome::NotTried:
        return; // the user stopped it
    case JobBatch::Outcome::Failed:
        if (!error.what.isEmpty() && !error.why.isEmpty())
            break;
        [[fallthrough]];
    case JobBatch::Outcome::Skipped:
        error = {};
        error.kind = Error::Kind::Conflict;
        error.why = item.reason;
        break;
    }
    if (error.what.isEmpty())
        error.what = isCancel ? tr("The job was not cancelled.") : tr("The job was not rescheduled.");
    Q_EMIT failed(error);
}

} // namespace podium
