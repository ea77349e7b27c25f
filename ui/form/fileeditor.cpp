// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fileeditor.h"

#include "models/form/fieldhints.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeDatabase>
#include <QToolButton>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostTyped = 2'000;

Result<QByteArray> contentsOf(const QString &path, bool asUrl)
{
    const auto refuse = [](const QString &why) {
        Error error;
        error.kind = Error::Kind::Validation;
        error.why = why;
        return error;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(file.errorString());
    const QByteArray bytes = file.read(FileEditor::kMostBytes + 1);
    if (bytes.size() > FileEditor::kMostBytes)
        return refuse(FileEditor::tr("It has more than %1.").arg(sizeText(FileEditor::kMostBytes)));
    if (!asUrl)
        return bytes.toBase64();
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(path, bytes).name();
    return QByteArray("data:" + type.toUtf8() + ";name=" + QUrl::toPercentEncoding(QFileInfo(path).fileName()) +
                      ";base64," + bytes.toBase64());
}

} // namespace

FileEditor::FileEditor(FormContext &context, const FormField &field, QWidget *parent)
    : ScalarEditor(context, field, parent)
    , m_line(new QLineEdit(this))
    , m_clear(iconButton(u"remove"_s, tr("Take the file away"), this))
{
    m_line->setMaxLength(1'000'000);
    m_line->setPlaceholderText(field.placeholder.isEmpty() ? tr("No file") : field.placeholder);
    m_line->setReadOnly(field.readOnly);
    QToolButton *open = iconButton(u"import"_s, tr("Choose a file for “%1”…").arg(field.title), this);
    open->setEnabled(!field.readOnly);
    m_clear->setEnabled(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    line->addWidget(m_line, 1);
    line->addWidget(open);
    line->addWidget(m_clear);
    connect(open, &QToolButton::clicked, this, &FileEditor::choose);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_problem.clear();
        noteEdit();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        show(std::nullopt);
        noteEdit();
        m_line->setFocus();
    });
}

QWidget *FileEditor::focusTarget() const
{
    return m_line;
}

void FileEditor::setWrong(bool wrong)
{
    markWrong(m_line, wrong);
}

std::optional<Json> FileEditor::typed() const
{
    const QString text = m_text.value_or(m_line->text());
    return text.isEmpty() ? std::nullopt : std::optional<Json>(text.toStdString());
}

void FileEditor::show(const std::optional<Json> &value)
{
    const QString text = !value || value->is_null() ? QString() : choiceLabel(*value);
    m_reading.cancel();
    m_problem.clear();
    m_name.clear();
    take({}, text.toUtf8());
}

void FileEditor::take(const QString &name, const QByteArray &text)
{
    m_name = name;
    const bool isLong = text.size() > kMostTyped || !name.isEmpty();
    m_text = isLong ? std::optional(QString::fromUtf8(text)) : std::nullopt;
    const QString told = name.isEmpty() ? tr("A file") : name;
    m_line->setText(isLong ? tr("%1, %2 as text").arg(told, sizeText(text.size())) : QString::fromUtf8(text));
    m_line->setCursorPosition(0);
    m_line->setReadOnly(isLong || field().readOnly);
    m_clear->setEnabled(!text.isEmpty() && !field().readOnly);
}

void FileEditor::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileEditor::openFile);
    dialog->open();
}

void FileEditor::openFile(const QString &path)
{
    const auto work = [path, asUrl = field().format == "data-url"_L1] { return contentsOf(path, asUrl); };
    m_reading = deliver(runOnWorker<QByteArray>(work), this, [this, path](const Result<QByteArray> &text) {
        const QString name = QFileInfo(path).fileName();
        m_problem = text ? QString() : tr("The file %1 is not used: %2").arg(name, text.error().why);
        if (text)
            take(name, *text);
        noteEdit();
    });
}

} // namespace podium
