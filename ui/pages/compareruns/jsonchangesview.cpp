// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/jsonchangesview.h"

#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostShown = 2000; ///< more than anybody reads, and still quick to list
} // namespace

JsonChangesView::JsonChangesView(const QString &accessibleName, const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_model(new JsonChangesModel(tr("In A"), tr("In B"), this))
    , m_list(new ListView)
    , m_summary(captionLabel({}))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    m_summary->setIndent(space::m);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    m_list->setModel(m_model);
    m_list->setAccessibleName(accessibleName);
    m_list->setStretchColumn(JsonChangesModel::PathColumn);
    m_list->setColumn(JsonChangesModel::PathColumn, 140);
    m_list->setColumn(JsonChangesModel::KindColumn, 80);
    m_list->setColumn(JsonChangesModel::LeftColumn, 140);
    m_list->setColumn(JsonChangesModel::RightColumn, 140);
    m_states = new StateView(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_list);
    connect(m_list, &ListView::rowMenuRequested, this, [this](QMenu *menu, const QModelIndex &index) {
        const QString pointer = m_model->changeAt(index.row()).pointer;
        menu->addAction(themedIcon(u"copy"_s), tr("Copy the JSON pointer"), this,
                        [pointer] { QGuiApplication::clipboard()->setText(pointer); });
    });
}

void JsonChangesView::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    Q_EMIT countChanged();
}

void JsonChangesView::showLoading()
{
    m_comparing.cancel();
    m_compared = false;
    m_a.reset();
    m_b.reset();
    m_model->setChanges({});
    setCount(-1);
    m_states->showLoading(tr("Comparing…"));
}

void JsonChangesView::setDocuments(const SharedJson &a, const SharedJson &b)
{
    if (m_compared && a == m_a && b == m_b)
        return;
    m_compared = true;
    m_a = a;
    m_b = b;
    m_comparing.cancel();
    if (!a || !b)
        return showUnknown();
    auto future = runOnWorker<QList<JsonChange>>(
        [a, b]() -> Result<QList<JsonChange>> { return jsonDifference(*a, *b, kMostShown + 1); });
    m_comparing = deliver(std::move(future), this, [this](const Result<QList<JsonChange>> &changes) {
        if (changes)
            showChanges(*changes);
    });
}

void JsonChangesView::showUnknown()
{
    m_model->setChanges({});
    setCount(-1);
    const QString title = m_a   ? tr("The %1 of run B is not known").arg(m_what)
                          : m_b ? tr("The %1 of run A is not known").arg(m_what)
                                : tr("The %1 of both runs is not known").arg(m_what);
    m_states->showEmpty(u"json"_s, title, tr("The server does not tell it, so there is nothing to compare."));
}

void JsonChangesView::showChanges(const QList<JsonChange> &changes)
{
    const QList<JsonChange> shown = changes.mid(0, kMostShown);
    m_model->setChanges(shown);
    setCount(static_cast<int>(shown.size()));
    if (shown.isEmpty()) {
        m_states->showEmpty(u"check"_s, tr("The %1 of both runs is the same").arg(m_what),
                            tr("Every value is equal; the order of members does not count."));
        return;
    }
    m_summary->setText(changes.size() > kMostShown
                           ? tr("The first %n difference(s); there are more", nullptr, static_cast<int>(shown.size()))
                           : tr("%n difference(s)", nullptr, static_cast<int>(shown.size())));
    m_states->showContent();
}

} // namespace podium
