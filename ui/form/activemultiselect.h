// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/activeeditor.h"

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;

namespace podium {

/// ActiveMultiSelect: any number of the entries that a server lists, with a line to look for them, and where the schema
/// allows it to add others. Entries the server calls mandatory cannot be taken away.
class ActiveMultiSelectEditor : public ActiveEditor
{
    Q_OBJECT
public:
    ActiveMultiSelectEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;
    void take(const ActiveAnswer &answer) override;
    QString answerText() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStandardItem *itemOf(const QString &text) const;
    QStandardItem *addItem(const QString &text);
    void setOptions(const QStringList &options);
    void enterPressed();
    void noteToggle();
    void updateChosen();

    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_chosen;
    QStandardItemModel *m_items;
    QSortFilterProxyModel *m_shown;
    QHash<QString, QStandardItem *> m_byText;
    QStringList m_mandatory;
    Json m_strangers = Json::array(); ///< entries that were set and are no texts
    bool m_isShowing = false;
};

} // namespace podium
