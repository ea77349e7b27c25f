// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/savedviews.h"

#include "models/filter/filterline.h"

namespace podium {

std::optional<InstanceQuery> SavedView::query() const
{
    const ParsedFilter parsed = filterFromLine(line);
    if (!parsed.isFine())
        return {};
    InstanceQuery query;
    query.filter = parsed.filter;
    query.order = order;
    return query;
}

int SavedViews::indexOf(const QString &name) const
{
    const QList<SavedView> all = views();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).name == name)
            return static_cast<int>(i);
    }
    return -1;
}

Result<Done> SavedViews::put(const SavedView &view)
{
    QList<SavedView> all = views();
    SavedView clean = view;
    clean.name = view.name.simplified().left(kLongestName);
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = tr("The view could not be saved.");
    if (clean.name.isEmpty()) {
        error.why = tr("It has no name.");
        return error;
    }
    const int index = indexOf(clean.name);
    if (index < 0 && all.size() >= kMost) {
        error.why = tr("There are %n views already.", nullptr, kMost);
        error.remedy = tr("Delete one that is not needed any more.");
        return error;
    }
    if (index >= 0)
        all[index] = clean;
    else
        all << clean;
    return setViews(all);
}

Result<Done> SavedViews::rename(int index, const QString &name)
{
    QList<SavedView> all = views();
    const QString clean = name.simplified().left(kLongestName);
    if (index < 0 || index >= all.size() || clean.isEmpty() || all.at(index).name == clean)
        return Done();
    if (indexOf(clean) >= 0) {
        Error error;
        error.kind = Error::Kind::Conflict;
        error.what = tr("The view could not be renamed.");
        error.why = tr("Another view is called “%1” already.").arg(clean);
        error.remedy = tr("Choose another name.");
        return error;
    }
    all[index].name = clean;
    return setViews(all);
}

Result<Done> SavedViews::remove(int index)
{
    QList<SavedView> all = views();
    if (index < 0 || index >= all.size())
        return Done();
    all.removeAt(index);
    return setViews(all);
}

Result<Done> SavedViews::move(int from, int to)
{
    QList<SavedView> all = views();
    if (from < 0 || from >= all.size() || to < 0 || to >= all.size() || from == to)
        return Done();
    all.move(from, to);
    return setViews(all);
}

} // namespace podium
