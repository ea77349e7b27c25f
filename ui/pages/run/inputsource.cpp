// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/inputsource.h"

#include "models/form/inputtext.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.why = why;
    return error;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(file.errorString());
    const QByteArray text = file.read(InputSource::kMostBytes + 1);
    if (text.size() > InputSource::kMostBytes)
        return refusal(InputSource::tr("It is too large."));
    return text;
}

/// The one file that is being dragged; "" for anything else.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

// Of the application: the fields of the form would take the name of the file for a text.
InputSource::InputSource(QWidget *page)
    : QObject(page)
    , m_page(page)
{
    m_page->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

void InputSource::take(std::function<Result<QByteArray>()> text, const QString &from)
{
    Q_EMIT busyChanged(true);
    const auto work = [text = std::move(text)]() -> Result<SharedJson> {
        const Result<QByteArray> bytes = text();
        if (!bytes)
            return bytes.error();
        const InputReading reading = readInput(*bytes);
        return reading.value ? Result<SharedJson>(reading.value) : refusal(reading.problem);
    };
    m_reading = deliver(runOnWorker<SharedJson>(work), this, [this, from](const Result<SharedJson> &input) {
        Q_EMIT busyChanged(false);
        if (input)
            Q_EMIT read(*input, from);
        else if (!input.error().isCancelled())
            Q_EMIT failed(tr("%1 could not be used. %2").arg(from, input.error().why));
    });
}

void InputSource::paste()
{
    take([text = QApplication::clipboard()->text()]() -> Result<QByteArray> { return text.toUtf8(); },
         tr("The text of the clipboard"));
}

void InputSource::openFile(const QString &path)
{
    take([path] { return readFile(path); }, tr("The file %1").arg(QFileInfo(path).fileName()));
}

void InputSource::chooseFile()
{
    auto *dialog = new QFileDialog(m_page, tr("Fill in from a file"), {},
                                   tr("JSON and YAML files (*.json *.yaml *.yml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &InputSource::openFile);
    dialog->open();
}

bool InputSource::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    auto *drop = static_cast<QDropEvent *>(event); // the base of all three
    const QString file = draggedFile(drop->mimeData());
    if (!widget || file.isEmpty() || (widget != m_page && !m_page->isAncestorOf(widget)))
        return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        openFile(file);
    return true;
}

} // namespace podium
