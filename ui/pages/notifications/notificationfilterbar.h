// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/notifications/notificationcentre.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace podium {

class ChipRow;
class SearchField;

/// Which notifications a list shows: unread, saved, severity, topic, where from, words.
class NotificationFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationFilterBar(NotificationCentre &centre, QWidget *parent = nullptr);

    NotificationQuery query() const;
    std::optional<Notification::Origin> from() const;
    bool isEmpty() const { return query() == NotificationQuery() && !from(); }
    void clear();
    void readTopics();
    SearchField *search() const { return m_search; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void changed();

private:
    void tell();
    void setTopic(const QString &topic);

    NotificationCentre &m_centre;
    ChipRow *m_shown;
    ChipRow *m_from;
    QComboBox *m_severity;
    QComboBox *m_topic;
    SearchField *m_search;
    QPushButton *m_clear;
    Pending m_topics;
};

} // namespace podium
