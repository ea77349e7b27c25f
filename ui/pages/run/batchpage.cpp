// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/batchpage.h"

#include "models/csv/rowsmodel.h"
#include "models/items/itemtexts.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/parts/readfailure.h"
#include "ui/pages/run/batchcolumns.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/stateview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// The one file that is being dragged; "" for anything else.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

BatchPage::BatchPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
{
    m_states = new StateView(makeContent(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    setAcceptDrops(true);
    connectParts();
    showNoFile();
    refresh();
}

BatchPage::~BatchPage()
{
    if (m_work)
        m_work->isCancelled = true;
}

QString BatchPage::title() const
{
    return tr("Run many: %1").arg(singleLine(m_read ? m_read->definition.displayName() : location().id, 60));
}

QString BatchPage::iconName() const
{
    return u"run"_s;
}

void BatchPage::refresh()
{
    if (!m_read)
        m_states->showLoading(tr("Reading the workflow…"));
    m_reading = deliver(readAll(), this, [this](const Result<Read> &read) {
        if (read)
            return showRead(*read);
        showReadFailure(read.error(), m_read.has_value(), m_banner, m_states, [this] { refresh(); });
    });
}

void BatchPage::signedIn()
{
    if (!m_read)
        refresh();
}

Async<BatchPage::Read> BatchPage::readAll()
{
    const auto withKey = [this](const Read &read) {
        return chain<Read>(this, console().inputs.read(location().id), [read](const RememberedInputs &kept) {
            Read all = read;
            all.key = kept.key;
            return ready<Read>(all);
        });
    };
    const auto withInputs = [this](const WorkflowDefinition &definition) {
        // A schema can be large: it is taken apart in the background.
        return mapOnWorker<Read>(this, console().catalog.schemas(definition),
                                 [definition](const WorkflowSchemas &schemas) -> Result<Read> {
                                     return Read{definition, std::make_shared<const RowInputs>(schemas.input), {}};
                                 });
    };
    return chain<Read>(
        this, chain<Read>(this, console().catalog.definition(location().id, location().version), withInputs), withKey);
}

void BatchPage::showRead(const Read &read)
{
    const qsizetype hadFields = m_read ? m_read->inputs->targets().size() : -1;
    m_read = read;
    const QString name = singleLine(read.definition.displayName(), 80);
    m_about->setText(read.definition.version.isEmpty()
                         ? name
                         : tr("%1 · version %2").arg(name, singleLine(read.definition.version, 40)));
    if (m_pattern->text().isEmpty())
        m_pattern->setText(read.key.pattern);
    m_states->showContent();
    if (m_model->rowCount() > 0) {
        const bool isSameSchema = hadFields == read.inputs->targets().size();
        m_columns->setColumns(m_model->header(), read.inputs->targets(),
                              isSameSchema ? m_columns->uses() : read.inputs->usesFor(m_model->header()));
        checkAll();
    } else if (!m_path.isEmpty()) {
        readFile({});
    }
    Q_EMIT titleChanged();
}

void BatchPage::showNoFile()
{
    m_fileStates->showEmpty(
        u"import"_s, tr("Choose a CSV file, or drop one here"),
        tr("Its first line names the columns, each further one is a run: at most %1 rows and %2. Columns find their "
           "fields by name; address.city is the city within the address. Everything is checked before anything is "
           "sent.")
            .arg(QLocale().toString(kMostCsvRows), QLocale().formattedDataSize(kMostCsvBytes, 0)),
        tr("Choose a file…"), [this] { chooseFile(); });
}

void BatchPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Run many from a file"), QFileInfo(m_path).path(),
                                   tr("CSV files (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BatchPage::openFile);
    dialog->open();
}

void BatchPage::openFile(const QString &path)
{
    m_path = path;
    m_again->setEnabled(true);
    if (m_read)
        readFile({});
}

std::shared_ptr<BatchPage::Work> BatchPage::newWork()
{
    if (m_work)
        m_work->isCancelled = true;
    m_work = std::make_shared<Work>();
    return m_work;
}

void BatchPage::readFile(const std::optional<CsvDialect> &dialect)
{
    m_banner->clear();
    m_checking.cancel();
    m_fileStates->showLoading(tr("Reading %1…").arg(QFileInfo(m_path).fileName()));
    const auto work = [path = m_path, dialect, shared = newWork()] {
        return readCsvFile(path, dialect, [shared] { return shared->isCancelled.load(); });
    };
    m_readingFile = deliver(runOnWorker<CsvTable>(work), this, [this](const Result<CsvTable> &table) {
        if (table)
            return showTable(*table);
        m_fileStates->showError(table.error(), [this] { readFile({}); });
    });
}

void BatchPage::showTable(const CsvTable &table)
{
    const bool isSameHeader = m_model->header() == table.header && !m_columns->uses().isEmpty();
    const QList<ColumnUse> uses = isSameHeader ? m_columns->uses() : m_read->inputs->usesFor(table.header);
    showDialect(table.dialect);
    m_file->setText(tr("%1 · %n row(s)", nullptr, static_cast<int>(table.rows.size()))
                        .arg(singleLine(QFileInfo(m_path).fileName(), 80)));
    m_inputs.clear();
    m_model->setRows(table.header, table.rows);
    m_columns->setColumns(table.header, m_read->inputs->targets(), uses);
    m_onlyProblems->setChecked(false);
    m_fileStates->showContent();
    checkAll();
}

void BatchPage::showDialect(const CsvDialect &dialect)
{
    m_dialect = dialect;
    m_separator->setCurrentIndex(m_separator->findData(dialect.separator));
    m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(dialect.encoding)));
}

void BatchPage::chooseDialect()
{
    CsvDialect dialect = m_dialect;
    dialect.separator = m_separator->currentData().toChar();
    dialect.encoding = static_cast<CsvDialect::Encoding>(m_encoding->currentData().toInt());
    if (dialect.encoding != m_dialect.encoding)
        dialect.bom = 0; // it was the mark of another encoding
    readFile(dialect);
}

void BatchPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BatchPage::dropEvent(QDropEvent *event)
{
    const QString file = draggedFile(event->mimeData());
    if (!file.isEmpty())
        openFile(file);
}

QJsonObject BatchPage::saveState() const
{
    return {{u"split"_s, QString::fromLatin1(m_split->saveState().toBase64())}};
}

void BatchPage::restoreState(const QJsonObject &state)
{
    m_split->restoreState(QByteArray::fromBase64(state.value("split"_L1).toString().toLatin1()));
}

} // namespace podium
