// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"
#include "ui/form/formcontext.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace podium {

/// The last step of a wizard: everything that will be sent, and what is still wrong with it. Secrets are dots; what the
/// form hides shows when asked for. Enter or a double click on a line leads to its field.
class FormReview : public QWidget
{
    Q_OBJECT
public:
    /// What the form says of a field that is in it.
    struct Known
    {
        QString title;
        bool isHidden = false;
    };

    explicit FormReview(QWidget *parent);

    /// `known` by JSON pointer; `schema` tells what is secret.
    void setContent(const Json &value, const SharedJson &schema, const QHash<QString, Known> &known,
                    const QList<FieldError> &problems);
    QTreeWidget *tree() const { return m_tree; }

Q_SIGNALS:
    void pointerAsked(const QString &pointer);

private:
    struct Filling;
    void fill(const Filling &filling);
    void addMembers(const Filling &filling, QTreeWidgetItem *to, const Json &value, const Json *storable,
                    const QString &pointer);
    void addProblem(const Filling &filling, const FieldError &problem);
    QTreeWidgetItem *addItem(const Filling &filling, QTreeWidgetItem *to, const QString &pointer, const QString &name);
    void showHidden();

    QTreeWidget *m_tree;
    QCheckBox *m_hidden;
    QLabel *m_heading;
    Pending m_pending;
    QHash<QString, QTreeWidgetItem *> m_items; ///< by pointer
    int m_left = 0;                            ///< lines that may still be added
};

} // namespace podium
