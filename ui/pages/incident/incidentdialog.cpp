// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/incident/incidentdialog.h"

#include "models/core/clock.h"
#include "models/domain/runtimeaddress.h"
#include "models/incident/zipwriter.h"
#include "models/items/jsontreemodel.h"
#include "models/items/redactionmodel.h"
#include "models/services/jobservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphpicture.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/themecolors.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array kAllParts{IncidentPart::Instance,   IncidentPart::Nodes, IncidentPart::Variables,
                               IncidentPart::Definition, IncidentPart::Graph, IncidentPart::Jobs,
                               IncidentPart::Start};
constexpr int kWhole = 1000; ///< of the progress

/// Everything that takes time; `done` in thousandths.
Result<Done> write(const IncidentSources &sources, const QList<IncidentPart> &parts, const QStringList &pointers,
                   const QString &path, std::atomic<int> &done, const std::function<bool()> &cancelled)
{
    const Redaction redaction =
        sources.instance.variables ? Redaction(*sources.instance.variables, pointers) : Redaction();
    const QList<IncidentFile> files = incidentFiles(sources, parts, redaction, cancelled);
    if (files.isEmpty())
        return Error::cancelled();
    qint64 all = 1;
    for (const IncidentFile &file : files)
        all += file.content.size();
    return writeZip(path, files, sources.madeAt, [&](qint64 bytes) {
        done = static_cast<int>(bytes * kWhole / all);
        return !cancelled();
    });
}

} // namespace

IncidentDialog::IncidentDialog(const PageContext &context, const WorkflowInstance &instance,
                               const WorkflowDefinition &definition, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_definition(definition)
    , m_tree(new JsonTreeModel(this))
    , m_redaction(new RedactionModel(m_tree, this))
    , m_banner(new Banner)
    , m_done(std::make_shared<std::atomic<int>>(0))
{
    m_sources.instance = instance;
    m_sources.environment = context.console.environment.name;
    setWindowTitle(tr("Save incident bundle"));
    resize(820, 560);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    QLabel *heading = plainLabel(tr("What goes into the bundle"));
    heading->setFont(titleFont(font()));
    layout->addWidget(heading);
    layout->addWidget(m_banner);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::xl);
    columns->addWidget(makeParts());
    columns->addWidget(makeValues(), 1);
    layout->addLayout(columns, 1);
    layout->addWidget(makeFoot());
    m_ticks.setInterval(100ms);
    connect(&m_ticks, &QTimer::timeout, this, [this] { m_progress->setValue(*m_done); });
    read();
}

QWidget *IncidentDialog::makeParts()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(captionLabel(tr("Parts")));
    for (const IncidentPart part : kAllParts) {
        auto *check = new QCheckBox(displayName(part));
        check->setChecked(true);
        connect(check, &QCheckBox::toggled, this, &IncidentDialog::tellValues);
        m_parts[static_cast<std::size_t>(part)] = check;
        layout->addWidget(check);
    }
    layout->addStretch(1);
    return box;
}

QWidget *IncidentDialog::makeValues()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *caption = captionLabel(tr("Values to leave out of all parts"));
    layout->addWidget(caption);
    m_values = new QTreeView;
    m_values->setModel(m_redaction);
    m_values->setAccessibleName(caption->text());
    m_values->setUniformRowHeights(true);
    m_values->setFont(monoFont());
    m_values->header()->setFont(font());
    m_values->setColumnWidth(JsonTreeModel::NameColumn, 220);
    caption->setBuddy(m_values);
    layout->addWidget(m_values, 1);
    m_valuesText = plainLabel();
    m_valuesText->setWordWrap(true);
    layout->addWidget(m_valuesText);
    connect(m_redaction, &RedactionModel::chosenChanged, this, &IncidentDialog::tellValues);
    return box;
}

QWidget *IncidentDialog::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_progress = new QProgressBar;
    m_progress->setRange(0, kWhole);
    m_progress->setAccessibleName(tr("Progress of saving"));
    m_progress->setTextVisible(false);
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true); // the buttons stay where they are
    m_progress->setSizePolicy(keeps);
    m_progress->hide();
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("Save…"));
    m_save->setDefault(true);
    setButtonTone(m_save, Tone::Info);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &IncidentDialog::chooseFile);
    return foot;
}

void IncidentDialog::read()
{
    const SharedJson variables = m_sources.instance.variables;
    m_tree->setJson(variables);
    if (variables) {
        ++m_reading;
        m_looking =
            deliver(runOnWorker<QStringList>([variables] { return Result(secretLookingPointers(*variables)); }), this,
                    [this](const Result<QStringList> &found) {
                        if (found) {
                            for (const QString &pointer : found->mid(0, 200))
                                m_values->expand(m_redaction->mapFromSource(m_tree->indexFor(pointer)).parent());
                            m_redaction->setChosen(*found);
                        }
                        readDone();
                    });
    }
    ++m_reading;
    m_readingJobs =
        deliver(m_context.console.jobs.jobsOf(m_sources.instance.id), this, [this](const Result<QList<Job>> &jobs) {
            if (jobs)
                m_sources.jobs = *jobs;
            readDone();
        });
    if (!m_definition.id.isEmpty()) {
        m_sources.start = startAddress(m_context.console.environment, m_definition, m_sources.instance.businessKey);
        ++m_reading;
        m_readingSource =
            deliver(m_context.console.catalog.source(m_definition), this, [this](const Result<WorkflowSource> &source) {
                if (!source)
                    return readDone();
                m_sources.source = *source;
                drawGraph();
            });
    }
    updateParts();
    tellValues();
}

void IncidentDialog::drawGraph()
{
    // As on paper, whatever the window looks like.
    const GraphStyle style(themePalette(false), font());
    LayoutOptions options;
    options.metrics = textMetrics(font());
    auto work = runOnWorker<QByteArray>(
        [sources = m_sources, nodes = m_definition.nodes, style, options]() -> Result<QByteArray> {
            const Result<SharedPicture> picture = makePicture(sources.source.text, options, {});
            if (!picture)
                return picture.error();
            const GraphOverlay overlay = overlayFor((*picture)->model, nodes, sources.instance);
            return renderGraph({*picture, overlay, style}, PictureFormat::Svg);
        });
    m_drawing = deliver(std::move(work), this, [this](const Result<QByteArray> &drawn) {
        if (drawn)
            m_sources.graph = *drawn;
        readDone();
    });
}

void IncidentDialog::readDone()
{
    --m_reading;
    updateParts();
    tellValues();
}

void IncidentDialog::updateParts()
{
    for (const IncidentPart part : kAllParts) {
        QCheckBox *box = partBox(part);
        const bool there = hasPart(m_sources, part);
        box->setEnabled(there && !m_isWriting);
        const QString why = there ? QString() : m_reading > 0 ? tr("It is being read.") : tr("It could not be read.");
        box->setToolTip(why);
        box->setAccessibleDescription(why);
    }
    m_values->setEnabled(!m_isWriting);
    m_save->setEnabled(m_reading == 0 && !m_isWriting && !chosenParts().isEmpty());
    m_save->setToolTip(m_reading > 0 ? tr("The parts are being read.") : QString());
    m_progress->setVisible(m_isWriting);
}

QList<IncidentPart> IncidentDialog::chosenParts() const
{
    QList<IncidentPart> parts;
    for (const IncidentPart part : kAllParts) {
        if (partBox(part)->isChecked() && hasPart(m_sources, part))
            parts << part;
    }
    return parts;
}

void IncidentDialog::tellValues()
{
    const auto count = static_cast<int>(m_redaction->chosen().size());
    if (!m_sources.instance.variables)
        m_valuesText->setText(tr("The server told no variables."));
    else if (count == 0)
        m_valuesText->setText(tr("Nothing is left out: whoever gets the bundle reads all variables."));
    else
        m_valuesText->setText(
            tr("%n value(s) are left out, wherever they occur. Look through the others: only what looks like a secret "
               "was chosen.",
               nullptr, count));
    m_save->setEnabled(m_reading == 0 && !m_isWriting && !chosenParts().isEmpty());
}

void IncidentDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save incident bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Zip archive (*.zip)"));
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(incidentFileName(m_sources.instance));
    connect(dialog, &QFileDialog::fileSelected, this, &IncidentDialog::saveTo);
    dialog->open();
}

void IncidentDialog::saveTo(const QString &path)
{
    if (m_isWriting || m_reading > 0)
        return;
    m_sources.madeAt = m_context.console.clock.now();
    m_isWriting = true;
    *m_done = 0;
    m_banner->clear();
    m_ticks.start();
    updateParts();
    const AsyncSource<Done> source;
    (void)QtConcurrent::run(
        [source, sources = m_sources, parts = chosenParts(), pointers = m_redaction->chosen(), path, done = m_done] {
            source.finish(write(sources, parts, pointers, path, *done, [&source] { return source.isCanceled(); }));
        });
    m_writing = deliver(source.future(), this, [this, path](const Result<Done> &written) { finish(written, path); });
}

void IncidentDialog::finish(const Result<Done> &written, const QString &path)
{
    m_isWriting = false;
    m_ticks.stop();
    updateParts();
    if (written) {
        m_context.navigator.showMessage(tr("Saved as %1").arg(QFileInfo(path).fileName()));
        accept();
    } else if (!written.error().isCancelled()) {
        m_banner->setError(written.error());
    }
}

void IncidentDialog::reject()
{
    if (!m_isWriting)
        return QDialog::reject();
    m_writing = {};
    finish(Error::cancelled(), {});
    m_banner->setMessage(Tone::Info, tr("Stopped: nothing was saved."));
}

} // namespace podium
