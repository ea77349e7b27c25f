// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/savedviewsfile.h"

#include "app/settings/environmentstore.h"
#include "models/core/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 1 << 20;

/// The place in the list is what the file must not depend on.
constexpr std::pair<InstanceQuery::Order, const char *> kOrders[] = {
    {InstanceQuery::Order::StartDescending, "-start"},
    {InstanceQuery::Order::StartAscending, "start"},
    {InstanceQuery::Order::LastUpdateDescending, "-lastUpdate"},
    {InstanceQuery::Order::LastUpdateAscending, "lastUpdate"},
    {InstanceQuery::Order::EndDescending, "-end"},
    {InstanceQuery::Order::EndAscending, "end"},
    {InstanceQuery::Order::StateDescending, "-state"},
    {InstanceQuery::Order::StateAscending, "state"},
    {InstanceQuery::Order::WorkflowDescending, "-workflow"},
    {InstanceQuery::Order::WorkflowAscending, "workflow"},
    {InstanceQuery::Order::BusinessKeyDescending, "-businessKey"},
    {InstanceQuery::Order::BusinessKeyAscending, "businessKey"},
    {InstanceQuery::Order::CreatedByDescending, "-createdBy"},
    {InstanceQuery::Order::CreatedByAscending, "createdBy"},
    {InstanceQuery::Order::UpdatedByDescending, "-updatedBy"},
    {InstanceQuery::Order::UpdatedByAscending, "updatedBy"}};

QString wordOf(InstanceQuery::Order order)
{
    for (const auto &[known, word] : kOrders) {
        if (known == order)
            return QString::fromLatin1(word);
    }
    return {};
}

InstanceQuery::Order orderOf(const QString &text)
{
    for (const auto &[order, word] : kOrders) {
        if (text == QLatin1StringView(word))
            return order;
    }
    return InstanceQuery::Order::StartDescending;
}

} // namespace

std::optional<QList<SavedView>> viewsFromJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.object().value("views"_L1).isArray())
        return {};
    QList<SavedView> views;
    QSet<QString> names;
    const QJsonArray entries = document.object().value("views"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        SavedView view;
        view.name = entry["name"_L1].toString().simplified().left(SavedViews::kLongestName);
        view.line = entry["filter"_L1].toString();
        view.order = orderOf(entry["order"_L1].toString());
        view.columns = entry["columns"_L1].toObject();
        if (view.name.isEmpty() || names.contains(view.name) || views.size() == SavedViews::kMost)
            continue;
        names.insert(view.name);
        views << view;
    }
    return views;
}

QByteArray toJson(const QList<SavedView> &views)
{
    QJsonArray entries;
    for (const SavedView &view : views) {
        QJsonObject entry{{u"name"_s, view.name}, {u"filter"_s, view.line}, {u"order"_s, wordOf(view.order)}};
        if (!view.columns.isEmpty())
            entry.insert(u"columns"_s, view.columns);
        entries << entry;
    }
    return QJsonDocument(QJsonObject{{u"views"_s, entries}}).toJson();
}

SavedViewsFile::SavedViewsFile(const QString &folder, const QString &environmentName, QObject *parent)
    : SavedViews(parent)
    , m_path(QDir(folder).filePath(EnvironmentStore::uniqueFileNameFor(environmentName) % u".json"))
{
    read();
}

void SavedViewsFile::read()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_unreadable = file.errorString();
    } else {
        const auto views = viewsFromJson(file.read(kMostBytes));
        if (views)
            m_views = *views;
        else
            m_unreadable = tr("It does not hold saved views.");
    }
    if (!m_unreadable.isEmpty())
        qCWarning(logStore, "The views in %s were not read: %s", qUtf8Printable(m_path), qUtf8Printable(m_unreadable));
}

Error SavedViewsFile::unsaved(const QString &why, const QString &remedy) const
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = tr("The views could not be saved in %1.").arg(QDir::toNativeSeparators(m_path));
    error.why = why;
    error.remedy = remedy;
    return error;
}

Result<Done> SavedViewsFile::setViews(const QList<SavedView> &views)
{
    if (views == m_views)
        return Done();
    if (!m_unreadable.isEmpty())
        return unsaved(m_unreadable, tr("Correct or remove the file, then start Podium again."));
    QSaveFile file(m_path);
    const QByteArray text = toJson(views);
    const bool isKept = QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
                        file.write(text) == text.size() && file.commit();
    if (!isKept)
        return unsaved(file.errorString(), tr("Check the folder's permissions and free space, then try again."));
    m_views = views;
    Q_EMIT changed();
    return Done();
}

} // namespace podium
