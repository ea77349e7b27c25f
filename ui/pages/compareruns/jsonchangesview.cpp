// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/jsonchangesview.h"

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
constexpr qsizetype kMostShown = 2000;       ///< more than anybody reads, and still quick to list
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

JsonChangesView::JsonChangesView(const QString &accessibleName, const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_model(new JsonChangesModel(tr("In A"), tr("In B"), this))
    , m_list(new ListView)
    , m_left(new CodeView)
    , m_right(new CodeView)
    , m_summary(captionLabel({}))
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
    m_list->setStretchColumn(JsonChangesModel::PathColumn);
    m_list->setColumn(JsonChangesModel::PathColumn, 110);
    m_list->setColumn(JsonChangesModel::KindColumn, 80);
    m_list->setColumn(JsonChangesModel::LeftColumn, 110);
    m_list->setColumn(JsonChangesModel::RightColumn, 110);
    m_states = new StateView(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JsonChangesView::showValues);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JsonChangesView::showValues);
    connect(m_list, &ListView::rowMenuRequested, this, [this](QMenu *menu, const QModelIndex &index) {
        const QString pointer = m_model->changeAt(index.row()).pointer;
        menu->addAction(themedIcon(u"copy"_s), tr("Copy the JSON pointer"), this,
                        [pointer] { QGuiApplication::clipboard()->setText(pointer); });
    });
}

// Views that go tell of selections that go with them.
JsonChangesView::~JsonChangesView()
{
    m_list->selectionModel()->disconnect(this);
    m_model->disconnect(this);
}

QWidget *JsonChangesView::makeValues()
{
    auto *values = new QSplitter(Qt::Horizontal);
    values->setChildrenCollapsible(false);
    for (const auto &[view, name] : {std::pair(m_left, tr("In A")), std::pair(m_right, tr("In B"))}) {
        auto *part = new QWidget;
        auto *column = new QVBoxLayout(part);
        column->setContentsMargins(0, space::xs, 0, 0);
        column->setSpacing(space::xs);
        QLabel *label = captionLabel(name);
        label->setIndent(space::m);
        label->setBuddy(view);
        column->addWidget(label);
        view->setAccessibleName(tr("Value: %1").arg(name));
        view->setFrameShape(QFrame::NoFrame);
        view->setMinimumHeight(60);
        column->addWidget(view, 1);
        values->addWidget(part);
    }
    values->setSizes({100, 100});
    return values;
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
    if (!m_list->selectionModel()->hasSelection())
        m_list->selectRow(0);
}

} // namespace podium
