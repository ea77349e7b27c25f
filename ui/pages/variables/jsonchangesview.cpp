// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/jsonchangesview.h"

#include "ui/graph/differencemarks.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QLabel>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostListed = 2000;

} // namespace

JsonChangesView::JsonChangesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonChangeModel(this))
    , m_list(new ListView)
    , m_summary(plainLabel())
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Differences"));
    m_list->setItemDelegateForColumn(JsonChangeModel::ChangeColumn, new JsonChangeDelegate(m_list));
    m_list->setColumn(JsonChangeModel::ChangeColumn, 96);
    m_list->setColumn(JsonChangeModel::PathColumn, 180);
    m_list->setColumn(JsonChangeModel::LeftColumn, 140);
    m_list->setColumn(JsonChangeModel::RightColumn, 140);
    m_list->setStretchColumn(JsonChangeModel::RightColumn);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_summary->setContentsMargins(space::m, space::xs, space::m, space::xs);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    m_states = new StateView(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);
    setFocusProxy(m_list);
    connect(m_list, &ListView::rowActivated, this, [this](const QModelIndex &index) {
        if (m_model->changes().at(index.row()).kind != JsonChange::Kind::Removed)
            Q_EMIT pointerChosen(index.data(JsonChangeModel::PointerRole).toString());
    });
}

void JsonChangesView::setNames(const QString &left, const QString &right)
{
    m_model->setNames(left, right);
}

QString JsonChangesView::summary() const
{
    return m_summary->text();
}

void JsonChangesView::showLoading(const QString &text)
{
    m_left.reset();
    m_pending = {};
    m_states->showLoading(text);
}

void JsonChangesView::showProblem(const Error &error, std::function<void()> retry)
{
    m_left.reset();
    m_pending = {};
    present({});
    m_states->showError(error, std::move(retry));
}

void JsonChangesView::setDocuments(const SharedJson &left, const SharedJson &right)
{
    if (left == m_left && right == m_right && left)
        return;
    m_left = left;
    m_right = right;
    m_pending = {};
    if (!left || !right) {
        present({});
        m_states->showEmpty(u"compare"_s, tr("Nothing to compare with"), tr("Choose another run to compare with."));
        return;
    }
    auto work = runOnWorker<QList<JsonChange>>(
        [left, right] { return Result(jsonDifference(*left, *right, kMostListed + 1)); });
    m_pending = deliver(std::move(work), this, [this](const Result<QList<JsonChange>> &found) {
        if (found)
            present(*found);
    });
}

void JsonChangesView::present(const QList<JsonChange> &found)
{
    const bool more = found.size() > kMostListed;
    m_model->setChanges(more ? found.first(kMostListed) : found);
    m_summary->setText(more ? tr("%1 and more that are not listed").arg(summaryOf(m_model->changes()))
                            : summaryOf(m_model->changes()));
    if (found.isEmpty())
        m_states->showEmpty(u"check"_s, tr("No differences"), tr("Both hold the same values."));
    else
        m_states->showContent();
    Q_EMIT changed();
}

void JsonChangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = static_cast<JsonChange::Kind>(index.data(JsonChangeModel::KindRole).toInt());
    const GraphChange change = kind == JsonChange::Kind::Added     ? GraphChange::Added
                               : kind == JsonChange::Kind::Removed ? GraphChange::Removed
                                                                   : GraphChange::Changed;
    option->text.prepend(changeSign(change) + u' ');
    option->palette.setColor(QPalette::Text, changeColor(change, option->palette));
}

} // namespace podium
