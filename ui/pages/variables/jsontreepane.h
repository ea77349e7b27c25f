// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/jsontreemodel.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QMenu;
class QPushButton;
class QTreeView;

namespace podium {

class LazyText;

/// A JSON document as a tree, with copying of values and paths, and folding. Long texts open below it, the first part
/// at once and the whole when it is asked for.
class JsonTreePane : public QWidget
{
    Q_OBJECT
public:
    explicit JsonTreePane(const QString &accessibleName, QWidget *parent = nullptr);

    /// Expansion, selection and scroll position stay, as far as the documents have things in common.
    void setJson(const SharedJson &json);

    /// Opens `levels` levels, but no more rows than can be laid out at once.
    void expandLevels(int levels);
    void collapseAll();
    /// Shows the row of a JSON pointer and opens what holds it. False where the document has none.
    bool showPointer(const QString &pointer);
    void addFoldActions(QMenu *menu);

    QTreeView *tree() const { return m_tree; }
    JsonTreeModel *model() const { return m_model; }

private:
    QWidget *makeValue();
    void openMenu(const QPoint &position);
    void copy(const QString &text);
    void showValue();
    void showWhole();
    int expandBelow(const QModelIndex &index, int levels, int budget);

    JsonTreeModel *m_model;
    QTreeView *m_tree;
    QWidget *m_valueBox = nullptr;
    LazyText *m_value = nullptr;
    QPushButton *m_whole = nullptr;
    QString m_wholeOf; ///< the row whose whole text was asked for
};

/// Paints the sign of a mark in front of the name.
class JsonMarkDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace podium
