// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/jsonchangesview.h"

#include "ui/graph/differencemarks.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostListed = 2000;      ///< more than anybody reads, and still quick to list
constexpr qsizetype kLongestValue = 100'000; ///< bytes of a value that is shown in full

struct ValueTexts
{
    QByteArray left;
    QByteArray right;
};

QByteArray valueText(const Json &value)
{
    const QByteArray text = toBytes(value, 2);
    return text.size() > kLongestValue ? text.left(kLongestValue) + "\n\xe2\x80\xa6" : text;
}

ValueTexts textsOf(const JsonChange &change)
{
    return {change.kind == JsonChange::Kind::Added ? QByteArray() : valueText(change.left),
            change.kind == JsonChange::Kind::Removed ? QByteArray() : valueText(change.right)};
}

} // namespace

JsonChangesView::JsonChangesView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonChangesModel(JsonSides::beforeAndAfter(), this))
    , m_list(new ListView)
    , m_left(new CodeView)
    , m_right(new CodeView)
    , m_leftName(captionLabel({}))
    , m_rightName(captionLabel({}))
    , m_summary(captionLabel({}))
    , m_same{tr("No differences"), tr("Both hold the same values; the order of members does not count.")}
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    m_summary->setIndent(space::m);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_summary);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_list);
    split->addWidget(makeValues());
    split->setChildrenCollapsible(false);
    split->setSizes({300, 160});
    column->addWidget(split, 1);
    m_list->setModel(m_model);
    m_list->setAccessibleName(accessibleName);
    m_list->setItemDelegateForColumn(JsonChangesModel::KindColumn, new JsonChangeDelegate(m_list));
    m_list->setStretchColumn(JsonChangesModel::PathColumn);
    m_list->setColumn(JsonChangesModel::PathColumn, 110);
    m_list->setColumn(JsonChangesModel::KindColumn, 96);
    m_list->setColumn(JsonChangesModel::LeftColumn, 110);
    m_list->setColumn(JsonChangesModel::RightColumn, 110);
    m_states = new StateView(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_list);
    setSides(JsonSides::beforeAndAfter());
    connectList();
}

// Views that go tell of selections that go with them.
JsonChangesView::~JsonChangesView()
{
    m_list->selectionModel()->disconnect(this);
    m_model->disconnect(this);
}

void JsonChangesView::connectList()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JsonChangesView::showValues);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JsonChangesView::showValues);
    connect(m_list, &ListView::rowActivated, this, [this](const QModelIndex &index) {
        const JsonChange &change = m_model->changeAt(index.row());
        if (change.kind != JsonChange::Kind::Removed)
            Q_EMIT pointerChosen(QString(change.pointer));
    });
    connect(m_list, &ListView::rowMenuRequested, this, [this](QMenu *menu, const QModelIndex &index) {
        const QString pointer = m_model->changeAt(index.row()).pointer;
        menu->addAction(themedIcon(u"copy"_s), tr("Copy the JSON pointer"), this,
                        [pointer] { QGuiApplication::clipboard()->setText(pointer); });
    });
}

QWidget *JsonChangesView::makeValues()
{
    auto *values = new QSplitter(Qt::Horizontal);
    values->setChildrenCollapsible(false);
    for (const auto &[view, label] : {std::pair(m_left, m_leftName), std::pair(m_right, m_rightName)}) {
        auto *part = new QWidget;
        auto *column = new QVBoxLayout(part);
        column->setContentsMargins(0, space::xs, 0, 0);
        column->setSpacing(space::xs);
        label->setIndent(space::m);
        label->setBuddy(view);
        column->addWidget(label);
        view->setFrameShape(QFrame::NoFrame);
        view->setMinimumHeight(60);
        column->addWidget(view, 1);
        values->addWidget(part);
    }
    values->setSizes({100, 100});
    return values;
}

void JsonChangesView::setSides(const JsonSides &sides)
{
    m_model->setSides(sides);
    m_leftName->setText(sides.left);
    m_rightName->setText(sides.right);
    m_left->setAccessibleName(tr("Value: %1").arg(sides.left));
    m_right->setAccessibleName(tr("Value: %1").arg(sides.right));
}

void JsonChangesView::setSameTexts(const Texts &texts)
{
    m_same = texts;
}

QString JsonChangesView::summary() const
{
    return m_summary->text();
}

/// Large values are written on a worker.
void JsonChangesView::showValues()
{
    const QModelIndex current = m_list->currentIndex();
    const bool chosen = current.isValid() && m_list->selectionModel()->hasSelection();
    const auto show = [this](const ValueTexts &texts) {
        m_left->setCode(texts.left, CodeView::Language::JsonText);
        m_right->setCode(texts.right, CodeView::Language::JsonText);
    };
    m_writing.cancel();
    if (!chosen)
        return show({});
    auto future = runOnWorker<ValueTexts>(
        [change = m_model->changeAt(current.row())]() -> Result<ValueTexts> { return textsOf(change); });
    m_writing = deliver(std::move(future), this, [show](const Result<ValueTexts> &texts) {
        if (texts)
            show(*texts);
    });
}

void JsonChangesView::clear()
{
    m_comparing.cancel();
    m_compared = false;
    m_model->setChanges({});
    m_summary->clear();
    if (std::exchange(m_count, -1) != -1)
        Q_EMIT changed();
}

void JsonChangesView::showLoading(const QString &text)
{
    clear();
    m_states->showLoading(text);
}

void JsonChangesView::showProblem(const Error &error, std::function<void()> retry)
{
    clear();
    m_states->showError(error, std::move(retry));
}

void JsonChangesView::setDocuments(const SharedJson &left, const SharedJson &right, const Texts &unknown)
{
    if (m_compared && left == m_leftJson && right == m_rightJson)
        return;
    m_leftJson = left;
    m_rightJson = right;
    if (!left || !right) {
        clear();
        m_states->showEmpty(u"json"_s, unknown.title, unknown.hint);
        return;
    }
    m_compared = true;
    auto work = runOnWorker<QList<JsonChange>>(
        [left, right] { return Result(jsonDifference(*left, *right, kMostListed + 1)); });
    m_comparing = deliver(std::move(work), this, [this](const Result<QList<JsonChange>> &found) {
        if (found)
            present(*found);
    });
}

void JsonChangesView::present(const QList<JsonChange> &found)
{
    const bool more = found.size() > kMostListed;
    m_model->setChanges(more ? found.first(kMostListed) : found);
    m_count = static_cast<int>(m_model->changes().size());
    m_summary->setText(more ? tr("%1 and more that are not listed").arg(summaryOf(m_model->changes()))
                            : summaryOf(m_model->changes()));
    if (found.isEmpty()) {
        m_states->showEmpty(u"check"_s, m_same.title, m_same.hint);
    } else {
        m_states->showContent();
        if (!m_list->selectionModel()->hasSelection())
            m_list->selectRow(0);
    }
    Q_EMIT changed();
}

void JsonChangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = static_cast<JsonChange::Kind>(index.data(JsonChangesModel::KindRole).toInt());
    const GraphChange change = kind == JsonChange::Kind::Added     ? GraphChange::Added
                               : kind == JsonChange::Kind::Removed ? GraphChange::Removed
                                                                   : GraphChange::Changed;
    option->text.prepend(changeSign(change) + u' ');
    option->palette.setColor(QPalette::Text, changeColor(change, option->palette));
}

} // namespace podium
