// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/clock.h"
#include "models/csv/rowsmodel.h"
#include "models/items/itemtexts.h"
#include "models/services/bulkruns.h"
#include "models/services/businesskey.h"
#include "models/services/sessionservice.h"
#include "ui/pages/run/batchcolumns.h"
#include "ui/pages/run/batchpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/confirm.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

// From the check of the rows to their runs.

namespace podium {

using namespace Qt::StringLiterals;

void BatchPage::checkAll()
{
    if (!m_read || m_model->rowCount() == 0)
        return;
    m_inputs.clear();
    m_model->setInputs({});
    const auto work = [inputs = m_read->inputs, rows = m_model->rows(), header = m_model->header(),
                       uses = m_columns->uses(), shared = newWork()] {
        return inputs->inputsOf(rows, header, uses, &shared->done, [shared] { return shared->isCancelled.load(); });
    };
    m_checking = deliver(runOnWorker<QList<RowInput>>(work), this, [this](const Result<QList<RowInput>> &inputs) {
        m_tick.stop();
        if (inputs)
            takeInputs(*inputs);
        showCheck();
    });
    m_tick.start();
    showCheck();
}

/// A cell was corrected: only its row is checked again.
void BatchPage::checkRow(int row)
{
    if (!m_model->isChecked()) // all are on their way, or were stopped
        return checkAll();
    const auto work = [inputs = m_read->inputs, record = m_model->rows().at(row), header = m_model->header(),
                       uses = m_columns->uses()]() -> Result<RowInput> {
        return inputs->inputOf(record, header, uses);
    };
    m_checkingRow = deliver(runOnWorker<RowInput>(work), this, [this, row](const Result<RowInput> &input) {
        if (!input || row >= m_inputs.size())
            return;
        m_inputs[row] = *input;
        takeInputs(m_inputs);
        showCheck();
    });
}

void BatchPage::takeInputs(const QList<RowInput> &inputs)
{
    m_inputs = inputs;
    m_model->setInputs(withRepeatedKeys(inputs, m_model->rows(), keyColumnOf(m_columns->uses())));
    showCurrentRow();
}

void BatchPage::cancelCheck()
{
    newWork();
    m_checking.cancel();
    m_tick.stop();
    showCheck();
    m_banner->setMessage(Tone::Warning, tr("The check was stopped. Nothing runs before all rows are checked."),
                         tr("Check again"), [this] {
                             m_banner->clear();
                             checkAll();
                         });
}

void BatchPage::showCheck()
{
    const bool isChecking = m_tick.isActive();
    const int total = m_model->rowCount();
    const int good = m_model->goodCount();
    const bool isChecked = m_model->isChecked();
    m_busy->setBusy(isChecking);
    m_cancel->setVisible(isChecking);
    m_run->setEnabled(isChecked && good > 0);
    m_run->setText(isChecked && good < total ? tr("Run the %n good row(s)", nullptr, good)
                                             : tr("Run %n row(s)", nullptr, total));
    m_next->setEnabled(isChecked && good < total);
    m_onlyProblems->setEnabled(m_next->isEnabled() || m_onlyProblems->isChecked());
    if (isChecking && m_work)
        m_progress->setText(
            tr("Checking: %1 of %2").arg(QLocale().toString(m_work->done.load()), QLocale().toString(total)));
    else if (!isChecked)
        m_progress->setText(tr("Not checked"));
    else if (good == total)
        m_progress->setText(tr("All rows are good."));
    else
        m_progress->setText(tr("%n row(s) with problems: correct them, or leave them out.", nullptr, total - good));
}

void BatchPage::showCurrentRow()
{
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex check = current.isValid() ? current.siblingAtColumn(RowsModel::CheckColumn) : QModelIndex();
    m_row->setText(check.isValid() ? check.data(Qt::ToolTipRole).toString() : QString());
    m_row->setToolTip(plainToolTip(m_row->text()));
}

/// From the current row on, and around.
void BatchPage::goToProblem()
{
    const int rows = m_filter->rowCount();
    const int from = m_view->currentIndex().row();
    for (int i = 1; i <= rows; ++i) {
        const int row = (from + i + rows) % rows;
        if (!m_filter->index(row, RowsModel::CheckColumn).data(RowsModel::ProblemRole).toBool())
            continue;
        int column = RowsModel::CheckColumn;
        for (int c = RowsModel::FirstCell; c < m_filter->columnCount() && column == RowsModel::CheckColumn; ++c) {
            if (m_filter->index(row, c).data(RowsModel::ProblemRole).toBool())
                column = c;
        }
        m_view->setCurrentIndex(m_filter->index(row, column));
        m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void BatchPage::run()
{
    if (!m_model->isChecked() || m_model->goodCount() == 0)
        return;
    if (const QString unknown = unknownPlaceholder(m_pattern->text()); !unknown.isEmpty()) {
        m_pattern->setFocus(Qt::OtherFocusReason);
        return m_banner->setMessage(Tone::Danger,
                                    tr("The business key has a placeholder that means nothing: %1").arg(unknown));
    }
    const int good = m_model->goodCount();
    const int left = m_model->rowCount() - good;
    const Environment &environment = console().environment;
    Confirmation question;
    question.title = tr("Start %n run(s)?", nullptr, good);
    question.text = tr("Each good row of the file starts a run of “%1”, a few at a time.")
                        .arg(singleLine(m_read->definition.displayName(), 80));
    if (left > 0)
        question.text += u' ' + tr("%n row(s) with problems are left out.", nullptr, left);
    question.actionText = tr("Start %n run(s)", nullptr, good);
    if (environment.production) {
        question.text += u"\n\n"_s + tr("This is production: %1.").arg(environment.name);
        question.tone = Tone::Warning;
        question.typeToConfirm = environment.name;
    }
    confirm(this, question, [this] { start(); });
}

QString BatchPage::keyFor(const RowInput &input, qint64 *next) const
{
    const QString pattern = m_pattern->text().trimmed();
    if (!input.businessKey.isEmpty() || pattern.isEmpty())
        return input.businessKey;
    const QString key = expandBusinessKey(pattern, {console().session.user().username, m_read->definition.id,
                                                    console().clock.now().toLocalTime(), *next});
    ++*next;
    return key;
}

void BatchPage::start()
{
    if (!m_model->isChecked())
        return; // edited while the question was open
    const WorkflowDefinition &definition = m_read->definition;
    QList<BulkItem> items;
    QList<SharedJson> inputs;
    qint64 next = m_read->key.next;
    for (qsizetype i = 0; i < m_model->inputs().size(); ++i) {
        const RowInput &input = m_model->inputs().at(i);
        if (!input.problems.isEmpty())
            continue;
        BulkItem item;
        item.instance.workflowId = definition.id;
        item.instance.workflowName = definition.name;
        item.instance.version = definition.version;
        item.instance.businessKey = keyFor(input, &next);
        item.instance.state = InstanceState::Pending;
        item.line = m_model->rows().at(i).line;
        items << item;
        inputs << input.input;
    }
    if (countsKeys(m_pattern->text()) && next != m_read->key.next) {
        m_read->key.next = next; // the pattern of single runs stays as it is
        console().inputs.keepKey(definition.id, m_read->key);
    }
    const QString about = tr("%n row(s) of %1", nullptr, static_cast<int>(items.size()))
                              .arg(singleLine(QFileInfo(m_path).fileName(), 80));
    const QString id = console().bulks.startRuns(items, inputs, about);
    m_banner->setMessage(Tone::Info,
                         tr("%n run(s) were started from this file.", nullptr, static_cast<int>(items.size())),
                         tr("Open the report"), [this, id] {
                             navigator().open(Location{u"bulk"_s, id, {}});
                         });
    navigator().open(Location{u"bulk"_s, id, {}});
}

} // namespace podium
