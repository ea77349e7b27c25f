// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/workspace/definitioncheck.h"

#include <QPointer>
#include <QTreeWidget>

namespace podium {

class EditorPane;

/// The parts of the definition in front, by kind; one that is chosen is shown in the text.
class OutlineView : public QTreeWidget
{
    Q_OBJECT
public:
    explicit OutlineView(QWidget *parent = nullptr);

    void follow(EditorPane *pane); ///< nullptr for none

private:
    void fill();
    void goTo(const QTreeWidgetItem *item);

    QPointer<EditorPane> m_pane;
};

} // namespace podium
