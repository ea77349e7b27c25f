// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/definitionfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 32 * 1024 * 1024;

struct FileTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::DefinitionFile)
};

Error unreadable(const QString &path, const QString &why)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = FileTexts::tr("The file %1 could not be read.").arg(QFileInfo(path).fileName());
    error.why = why;
    error.remedy = FileTexts::tr("Choose another file.");
    error.details = path;
    return error;
}

} // namespace

Result<QByteArray> readDefinitionFile(const QString &path)
{
    // A pipe or a device would be waited for without end.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return unreadable(path, FileTexts::tr("It is not a file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    const QByteArray text = file.read(kMostBytes + 1);
    if (text.size() > kMostBytes)
        return unreadable(path, FileTexts::tr("It is larger than %1 MB.").arg(kMostBytes / 1024 / 1024));
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return text;
}

void chooseDefinitionFile(QWidget *parent, const std::function<void(const QString &path)> &chosen)
{
    auto *dialog = new QFileDialog(parent, FileTexts::tr("Compare with a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {FileTexts::tr("Workflow definitions (*.yaml *.yml *.json)"), FileTexts::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->setModal(false);
    dialog->show();
}

} // namespace podium
