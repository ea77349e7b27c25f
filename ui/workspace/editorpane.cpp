// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/editorpane.h"

#include "models/json/jqrunner.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"
#include "ui/workspace/codeeditor.h"
#include "ui/workspace/definitionactions.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kKeepDelay = 500ms;
constexpr auto kCheckDelay = 120ms;

CodeView::Language languageOf(const QString &name)
{
    if (name.endsWith("json"_L1, Qt::CaseInsensitive))
        return CodeView::Language::JsonText;
    return name.endsWith("yaml"_L1, Qt::CaseInsensitive) || name.endsWith("yml"_L1, Qt::CaseInsensitive)
               ? CodeView::Language::YamlText
               : CodeView::Language::PlainText;
}

QString iconFor(Tone tone)
{
    return tone == Tone::Danger ? u"error"_s : tone == Tone::Warning ? u"warning"_s : u"info"_s;
}

} // namespace

EditorPane::EditorPane(WorkspaceService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_jqKnown(std::make_shared<JqVerdicts>())
{
    buildLayout();
    m_keepDelay.setSingleShot(true);
    m_keepDelay.setInterval(kKeepDelay);
    m_checkDelay.setSingleShot(true);
    m_checkDelay.setInterval(kCheckDelay);
    connect(&m_keepDelay, &QTimer::timeout, this, &EditorPane::keepNow);
    connect(&m_checkDelay, &QTimer::timeout, this, &EditorPane::check);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &EditorPane::onTyped);
    connect(&m_service, &WorkspaceService::changedOutside, this, &EditorPane::onChangedOutside);
    connect(&m_service, &WorkspaceService::keepFailed, this, [this](const Error &error) { m_banner->setError(error); });
}

EditorPane::EditorPane(WorkspaceService &service, const QString &name, const QString &text, QWidget *parent)
    : EditorPane(service, parent)
{
    m_name = name;
    TextFile file;
    file.text = text;
    show(file);
    setEdited(!text.isEmpty());
}

EditorPane::EditorPane(WorkspaceService &service, const QString &path, QWidget *parent)
    : EditorPane(service, parent)
{
    setPath(path);
    load({});
}

EditorPane::EditorPane(WorkspaceService &service, const UnsavedText &kept, QWidget *parent)
    : EditorPane(service, parent)
{
    m_name = kept.name;
    if (kept.path.isEmpty()) {
        m_id = kept.id;
        TextFile file;
        show(file);
        m_editor->replaceText(kept.text);
        return;
    }
    setPath(kept.path);
    load([this, kept] {
        m_editor->replaceText(kept.text);
        if (m_base != kept.base) {
            m_banner->setMessage(Tone::Warning,
                                 tr("The file was changed since you typed this. Your text is shown; saving replaces "
                                    "what is in the file."),
                                 tr("Take the file's text"), [this] { m_editor->replaceText(m_file.text); });
        }
    });
}

EditorPane::~EditorPane()
{
    if (m_keepDelay.isActive())
        keepNow();
    if (!m_path.isEmpty())
        m_service.unwatch(m_path);
}

void EditorPane::buildLayout()
{
    m_banner = new Banner(this);
    m_editor = new CodeEditor;
    m_actions = new DefinitionActions(*m_editor, *m_banner, this);
    m_problems = new QListWidget;
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->hide();
    auto *rows = new QSplitter(Qt::Vertical);
    rows->addWidget(m_editor);
    rows->addWidget(m_problems);
    rows->setStretchFactor(0, 1);
    rows->setSizes({600, 120});
    rows->setChildrenCollapsible(false);
    m_graph = new GraphView;
    m_graph->setProblemsShown(false); // the list does
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->addWidget(rows);
    m_columns->addWidget(m_graph);
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setSizes({600, 400});
    m_state = new StateView(m_columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_state, 1);
    setFocusProxy(m_editor);

    connect(m_problems, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        m_editor->goToLine(item->data(Qt::UserRole).toInt());
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_problems, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && m_problems->hasFocus())
            m_editor->goToLine(item->data(Qt::UserRole).toInt());
    });
    connect(m_graph, &GraphView::stateSelected, this, &EditorPane::goToState);
    connect(m_editor, &CodeView::lineActivated, this, [this](int line) {
        if (m_following)
            return;
        for (const CheckedText::Part &part : std::as_const(m_checked.parts)) {
            const bool isHere = part.kind == PartKind::State && line >= part.firstLine && line <= part.lastLine;
            if (isHere && m_graph->selectedState() != part.name)
                return m_graph->selectState(part.name);
        }
    });
}

QString EditorPane::name() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

void EditorPane::setPath(const QString &path)
{
    if (path == m_path)
        return;
    if (!m_path.isEmpty())
        m_service.unwatch(m_path);
    m_path = path;
    m_service.watch(path);
    Q_EMIT titleChanged();
}

void EditorPane::load(std::function<void()> then)
{
    m_state->showLoading(tr("Reading %1…").arg(name()));
    m_reading = deliver(m_service.read(m_path), this, [this, then = std::move(then)](Result<TextFile> file) {
        if (!file)
            return m_state->showError(file.error(), [this, then] { load(then); });
        show(*file);
        if (then)
            then();
    });
}

void EditorPane::show(const TextFile &file)
{
    m_file = file;
    m_base = file.bytes.isEmpty() && m_path.isEmpty() ? QByteArray() : fingerprint(file.bytes);
    m_loading = true;
    const CodeView::Language language = languageOf(name());
    m_editor->setCommentMarker(language == CodeView::Language::JsonText ? QString() : u"#"_s);
    m_editor->setCode(file.text, language);
    m_editor->document()->setModified(false);
    m_loading = false;
    m_state->showContent();
    setEdited(false);
    check();
}

void EditorPane::onTyped()
{
    if (m_loading)
        return;
    setEdited(m_path.isEmpty() || m_editor->text() != m_file.text);
    if (m_edited && !m_keepDelay.isActive())
        m_keepDelay.start(); // never put off: the last second is all that may be lost
    m_checkDelay.start();
}

void EditorPane::setEdited(bool edited)
{
    if (std::exchange(m_edited, edited) == edited)
        return;
    if (!edited) {
        m_keepDelay.stop();
        m_service.forget(keptId());
    }
    Q_EMIT titleChanged();
}

QString EditorPane::keptId() const
{
    return m_path.isEmpty() ? m_id : m_path;
}

void EditorPane::keepNow()
{
    m_keepDelay.stop();
    if (m_edited)
        m_service.keep({keptId(), m_path, name(), m_editor->text(), m_base, QDateTime::currentDateTimeUtc()});
}

void EditorPane::check()
{
    m_checkDelay.stop();
    const TextToCheck subject{m_editor->text(), name(), m_path, jqWorkerPath(), m_jqKnown};
    m_checking = deliver(checkText(subject), this, [this, text = subject.text](Result<CheckedText> checked) {
        if (!checked)
            return;
        showProblems(*checked);
        if (checked->isDefinition)
            m_graph->setDefinition(text.toUtf8());
        m_graph->setVisible(checked->isDefinition);
    });
}

void EditorPane::showProblems(const CheckedText &checked)
{
    m_checked = checked;
    m_actions->setChecked(checked);
    Q_EMIT partsChanged();
    QList<CodeMark> marks;
    const int row = m_problems->currentRow();
    m_problems->clear();
    for (const CheckedText::Problem &problem : checked.problems) {
        marks << problem.mark;
        const QString text = tr("Line %1: %2").arg(problem.line).arg(problem.mark.text);
        auto *item = new QListWidgetItem(themedIcon(iconFor(problem.mark.tone), problem.mark.tone), text, m_problems);
        item->setData(Qt::UserRole, problem.line);
        item->setToolTip(problem.rule); // an id, plain by itself
    }
    m_editor->setMarks(marks);
    m_problems->setCurrentRow(qMin(row, m_problems->count() - 1));
    m_problems->setVisible(m_problems->count() > 0);
}

void EditorPane::goToState(const QString &state, int line)
{
    if (state.isEmpty() || line <= 0)
        return;
    m_following = true;
    m_editor->goToLine(line);
    m_following = false;
}

void EditorPane::save()
{
    if (m_path.isEmpty())
        return chooseFile();
    write(m_path, m_base);
}

void EditorPane::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the definition"), m_path.isEmpty() ? m_name : m_path,
                                   tr("Definitions (*.sw.yaml *.sw.yml *.sw.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &EditorPane::saveAs);
    dialog->open();
}

void EditorPane::saveAs(const QString &path)
{
    write(path, {}); // the dialog asked whether an existing one may go
}

void EditorPane::write(const QString &path, const QByteArray &base)
{
    // One after the other: the second would find a file that the first has changed.
    if (m_isWriting) {
        m_saveAgain = true;
        return;
    }
    m_isWriting = true;
    const QByteArray bytes = m_file.encode(m_editor->text());
    m_saving = deliver(m_service.write(path, bytes, base), this, [this, path, bytes](Result<Done> done) {
        m_isWriting = false;
        const bool again = std::exchange(m_saveAgain, false);
        if (done) {
            onSaved(path, bytes);
            return again && m_edited ? save() : void();
        }
        if (done.error().kind == Error::Kind::Conflict)
            m_banner->setError(done.error(), tr("Save all the same"), [this, path] { write(path, {}); });
        else
            m_banner->setError(done.error(), tr("Save as…"), [this] { chooseFile(); });
    });
}

void EditorPane::onSaved(const QString &path, const QByteArray &bytes)
{
    m_service.forget(keptId());
    setPath(path);
    if (Result<TextFile> file = TextFile::decode(bytes)) // what was just written by encode()
        m_file = *file;
    m_base = fingerprint(bytes);
    m_banner->clear();
    setEdited(m_editor->text() != m_file.text); // typing went on meanwhile
    if (m_edited)
        m_keepDelay.start();
    Q_EMIT titleChanged();
    Q_EMIT saved(path);
}

void EditorPane::discard()
{
    m_keepDelay.stop();
    m_service.forget(keptId());
    m_edited = false;
}

void EditorPane::onChangedOutside(const QString &path)
{
    if (path != m_path || m_isWriting)
        return;
    m_reading = deliver(m_service.read(path), this, [this](Result<TextFile> file) {
        if (!file) {
            const bool gone = file.error().kind == Error::Kind::NotFound;
            m_banner->setMessage(Tone::Warning,
                                 gone ? tr("The file was removed by another program. Your text is still here.")
                                      : file.error().text(),
                                 tr("Save it again"), [this] { write(m_path, {}); });
            return;
        }
        if (fingerprint(file->bytes) != m_base)
            offerOutsideChange(*file);
    });
}

void EditorPane::offerOutsideChange(const TextFile &file)
{
    const auto take = [this, file] {
        m_editor->replaceText(file.text);
        m_file = file;
        m_base = fingerprint(file.bytes);
        setEdited(m_editor->text() != file.text);
        m_banner->clear();
    };
    if (!m_edited)
        return take();
    m_banner->setMessage(Tone::Warning,
                         tr("Another program changed the file. Your text is kept; saving asks before it replaces "
                            "what is there."),
                         tr("Take the file's text"), take);
}

void EditorPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_keepDelay.isActive())
        keepNow();
}

} // namespace podium
