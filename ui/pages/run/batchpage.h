// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/csv/csvfile.h"
#include "models/csv/rowinputs.h"
#include "models/domain/workflowdefinition.h"
#include "models/services/inputmemory.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QToolButton;

namespace podium {

class Banner;
class BatchColumns;
class BusyBar;
class ProblemRowsFilter;
class RowsModel;
class StateView;

/// Starts many runs of one workflow from a CSV file: Location{"batch", workflowId, version}. Columns are mapped to the
/// fields of the input schema; all rows are checked as the run form checks its input, in the background, before
/// anything is sent; cells can be corrected here. The runs themselves, their progress and their report are those of
/// actions on many (BulkRuns).
class BatchPage : public Page
{
    Q_OBJECT
public:
    BatchPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~BatchPage() override;

    QString title() const override;
    QString iconName() const override;
    void refresh() override; ///< the definition; the file is read again by its own button
    void signedIn() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    void openFile(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Read
    {
        WorkflowDefinition definition;
        std::shared_ptr<const RowInputs> inputs;
        BusinessKeyPlan key;
    };
    /// Work on a thread that can be given up, and tells how far it is.
    struct Work
    {
        std::atomic_bool isCancelled = false;
        std::atomic_int done = 0;
    };

    QWidget *makeContent();
    QWidget *makeHeader();
    QWidget *makeFileLine();
    QWidget *makeRows();
    QWidget *makeKeyLine();
    QWidget *makeFooter();
    void connectParts();
    Async<Read> readAll();
    void showRead(const Read &read);
    void chooseFile();
    void readFile(const std::optional<CsvDialect> &dialect);
    void showTable(const CsvTable &table);
    void showNoFile();
    void chooseDialect();
    void showDialect(const CsvDialect &dialect);
    void checkAll();
    void checkRow(int row);
    void takeInputs(const QList<RowInput> &inputs);
    void cancelCheck();
    std::shared_ptr<Work> newWork();
    void showCheck();
    void showCurrentRow();
    void goToProblem();

    void run();
    void start();
    QString keyFor(const RowInput &input, qint64 *next) const;

    StateView *m_states = nullptr;
    StateView *m_fileStates = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_file = nullptr;
    QComboBox *m_separator = nullptr;
    QComboBox *m_encoding = nullptr;
    QToolButton *m_again = nullptr;
    QLineEdit *m_pattern = nullptr;
    BatchColumns *m_columns = nullptr;
    QToolButton *m_onlyProblems = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_row = nullptr;
    QTableView *m_view = nullptr;
    QSplitter *m_split = nullptr;
    BusyBar *m_busy = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_run = nullptr;
    RowsModel *m_model = nullptr;
    ProblemRowsFilter *m_filter = nullptr;

    std::optional<Read> m_read;
    QString m_path;
    CsvDialect m_dialect;
    QList<RowInput> m_inputs; ///< before keys that are there twice are told
    std::shared_ptr<Work> m_work;
    QTimer m_tick;
    Pending m_reading;
    Pending m_readingFile;
    Pending m_checking;
    Pending m_checkingRow;
};

} // namespace podium
