// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/nodedataview.h"

#include "models/items/itemtexts.h"
#include "models/items/jsontreemodel.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

NodeDataView::NodeDataView(QWidget *parent)
    : QWidget(parent)
    , m_title(captionLabel({}))
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_title->setContentsMargins(space::m, space::xs, space::m, space::xs);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_title);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Data of the node"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setColumnWidth(JsonTreeModel::NameColumn, 200);
    m_tree->setFont(monoFont());
    m_tree->header()->setFont(font());
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
    auto *copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->valueText(m_tree->currentIndex())); });
    m_tree->addAction(copy);
    hide();
}

void NodeDataView::setNode(const NodeInstance *visit, const QString &name)
{
    const auto told = [](const SharedJson &json) { return json && !json->is_null(); };
    if (!visit || (!told(visit->inputArgs) && !told(visit->outputArgs))) {
        m_visit.clear();
        m_model->setJson({});
        hide();
        return;
    }
    Json both = Json::object();
    if (told(visit->inputArgs))
        both[tr("Input").toStdString()] = *visit->inputArgs;
    if (told(visit->outputArgs))
        both[tr("Output").toStdString()] = *visit->outputArgs;
    const bool same = m_visit == visit->id;
    m_visit = visit->id;
    m_title->setText(tr("Data of the node · %1").arg(singleLine(name, 80)));
    m_model->setJson(std::make_shared<const Json>(std::move(both)));
    if (!same)
        m_tree->expandToDepth(0);
    show();
}

} // namespace podium
