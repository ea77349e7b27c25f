// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/watch/watchrule.h"
#include "ui/pages/page.h"

class QLabel;
class QMenu;
class QPushButton;

namespace podium {

class Banner;
class ListView;
class StateView;
class WatchRulesModel;

/// The watch rules of the environment: what Podium tells of, each to be edited, paused, muted or deleted.
class WatchPage : public Page
{
    Q_OBJECT
public:
    WatchPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ListView *view() const { return m_view; }
    StateView *states() const { return m_states; }

private:
    QWidget *makeHeader();
    void makeList();
    QList<WatchRule> selected() const;
    void fillMenu(QMenu *menu);
    void edit();
    void setPaused(bool paused);
    void mute(qint64 ms); ///< 0 ends it
    void removeSelected();
    void told(const Result<Done> &result);
    void openSettings();

    QLabel *m_count;
    Banner *m_banner;
    WatchRulesModel *m_model;
    ListView *m_view;
    StateView *m_states;
};

} // namespace podium
