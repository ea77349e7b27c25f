// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/pages/page.h"

class QLabel;

namespace podium {

class BulkListModel;
class ListView;
class StateView;

/// The actions on many instances that were taken from this computer, those that run first: each leads to its report.
class BulksPage : public Page
{
    Q_OBJECT
public:
    BulksPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ListView *view() const { return m_view; }

private:
    void makeList();

    QLabel *m_count;
    BulkListModel *m_model;
    ListView *m_view;
    StateView *m_states;
    Pending m_reading;
    bool m_isRead = false;
};

} // namespace podium
