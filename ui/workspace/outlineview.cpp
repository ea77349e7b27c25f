// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/outlineview.h"

#include "ui/widgets/icons.h"
#include "ui/workspace/codeeditor.h"
#include "ui/workspace/editorpane.h"

#include <QMap>
#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKind = Qt::UserRole;
constexpr int kBegin = Qt::UserRole + 1;
constexpr int kEnd = Qt::UserRole + 2;

QString iconOf(const CheckedText::Part &part)
{
    static const QHash<QString, QString> byType{{u"event"_s, u"event"_s},       {u"switch"_s, u"switch"_s},
                                                {u"sleep"_s, u"sleep"_s},       {u"parallel"_s, u"parallel"_s},
                                                {u"inject"_s, u"inject"_s},     {u"foreach"_s, u"foreach"_s},
                                                {u"callback"_s, u"callback"_s}, {u"operation"_s, u"operation"_s}};
    switch (part.kind) {
    case PartKind::State:
        return byType.value(part.type, u"workflow"_s);
    case PartKind::Function:
        return u"operation"_s;
    case PartKind::Event:
        return u"event"_s;
    case PartKind::Error:
        return u"error"_s;
    case PartKind::Retry:
        return u"retry"_s;
    case PartKind::Auth:
        break;
    }
    return u"key"_s;
}

QString nameOf(PartKind kind)
{
    switch (kind) {
    case PartKind::State:
        return OutlineView::tr("States");
    case PartKind::Function:
        return OutlineView::tr("Functions");
    case PartKind::Event:
        return OutlineView::tr("Events");
    case PartKind::Error:
        return OutlineView::tr("Errors");
    case PartKind::Retry:
        return OutlineView::tr("Retries");
    case PartKind::Auth:
        break;
    }
    return OutlineView::tr("Authentication");
}

} // namespace

OutlineView::OutlineView(QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAccessibleName(tr("Outline of the definition"));
    connect(this, &QTreeWidget::itemActivated, this, &OutlineView::goTo);
    connect(this, &QTreeWidget::itemClicked, this, &OutlineView::goTo);
}

void OutlineView::follow(EditorPane *pane)
{
    if (m_pane)
        m_pane->disconnect(this);
    m_pane = pane;
    if (pane)
        connect(pane, &EditorPane::partsChanged, this, &OutlineView::fill);
    fill();
}

void OutlineView::fill()
{
    // What was folded stays folded; the text may have changed with every key.
    QSet<int> folded;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (!topLevelItem(i)->isExpanded())
            folded.insert(topLevelItem(i)->data(0, kKind).toInt());
    }
    clear();
    if (!m_pane)
        return;
    QMap<int, QTreeWidgetItem *> kinds;
    const QList<CheckedText::Part> &parts = m_pane->checked().parts;
    for (const CheckedText::Part &part : parts) {
        const int kind = static_cast<int>(part.kind);
        QTreeWidgetItem *&group = kinds[kind];
        if (!group) {
            group = new QTreeWidgetItem({nameOf(part.kind)});
            group->setData(0, kKind, kind);
            group->setFlags(Qt::ItemIsEnabled);
        }
        auto *item = new QTreeWidgetItem(group, {part.name.isEmpty() ? tr("without a name") : part.name});
        item->setIcon(0, themedIcon(iconOf(part)));
        item->setData(0, kBegin, part.begin);
        item->setData(0, kEnd, part.end);
    }
    addTopLevelItems(kinds.values());
    for (QTreeWidgetItem *group : std::as_const(kinds))
        group->setExpanded(!folded.contains(group->data(0, kKind).toInt()));
}

void OutlineView::goTo(const QTreeWidgetItem *item)
{
    if (!m_pane || !item->parent())
        return;
    m_pane->editor()->select(item->data(0, kBegin).toLongLong(), item->data(0, kEnd).toLongLong());
    m_pane->editor()->setFocus(Qt::OtherFocusReason);
}

} // namespace podium
