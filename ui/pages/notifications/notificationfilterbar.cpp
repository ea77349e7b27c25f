// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationfilterbar.h"

#include "models/items/itemtexts.h"
#include "models/notifications/notificationlistmodel.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

enum Shown { Unread, Saved };
constexpr int kLongestTopic = 60;

} // namespace

NotificationFilterBar::NotificationFilterBar(NotificationCentre &centre, QWidget *parent)
    : QWidget(parent)
    , m_centre(centre)
    , m_shown(new ChipRow(tr("Which")))
    , m_from(new ChipRow(tr("Where from"), ChipRow::Choice::AtMostOne))
    , m_severity(new QComboBox)
    , m_topic(new QComboBox)
    , m_search(new SearchField(tr("Search title and text")))
    , m_clear(new QPushButton(themedIcon(u"close"_s), tr("Clear filters")))
{
    m_shown->addChip(tr("Unread"), u"notification"_s, Tone::Info, tr("Only unread"));
    m_shown->addChip(tr("Saved"), u"star"_s, Tone::Warning, tr("Only saved"));
    for (const auto origin : {Notification::Origin::Hub, Notification::Origin::Podium})
        m_from->addChip(displayName(origin), {}, Tone::Neutral, tr("Only from %1").arg(displayName(origin)));
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->addItems({tr("Any severity"), tr("Critical"), tr("High and above"), tr("Normal and above")});
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->addItem(tr("All topics"));
    m_topic->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_topic->setMinimumContentsLength(12);
    m_search->setAccessibleName(tr("Search notifications"));
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(240);
    m_clear->setFlat(true);
    m_clear->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, 0, space::xl, space::m);
    row->setSpacing(space::s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_shown, m_from, m_severity, m_topic})
        row->addWidget(widget);
    row->addWidget(m_search, 1);
    row->addWidget(m_clear);
    row->addStretch(1);
    m_from->setVisible(centre.origins().size() > 1); // not before it has a parent: it would be a window
    connect(m_shown, &ChipRow::changed, this, &NotificationFilterBar::tell);
    connect(m_from, &ChipRow::changed, this, &NotificationFilterBar::tell);
    connect(m_severity, &QComboBox::activated, this, &NotificationFilterBar::tell);
    connect(m_topic, &QComboBox::activated, this, &NotificationFilterBar::tell);
    connect(m_search, &SearchField::searchChanged, this, &NotificationFilterBar::tell);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT changed();
    });
}

void NotificationFilterBar::tell()
{
    m_clear->setVisible(!isEmpty());
    Q_EMIT changed();
}

NotificationQuery NotificationFilterBar::query() const
{
    NotificationQuery query;
    const QList<int> shown = m_shown->checked();
    if (shown.contains(Unread))
        query.read = false;
    if (shown.contains(Saved))
        query.saved = true;
    if (m_severity->currentIndex() > 0)
        query.atLeast = static_cast<Notification::Severity>(m_severity->currentIndex() - 1);
    query.topic = m_topic->currentData().toString();
    query.text = m_search->text().trimmed();
    return query;
}

std::optional<Notification::Origin> NotificationFilterBar::from() const
{
    const QList<int> checked = m_from->checked();
    return checked.isEmpty() ? std::nullopt : std::optional(static_cast<Notification::Origin>(checked.constFirst()));
}

void NotificationFilterBar::clear()
{
    m_shown->setChecked({});
    m_from->setChecked({});
    m_severity->setCurrentIndex(0);
    m_topic->setCurrentIndex(0);
    m_clear->hide();
    m_search->clear(); // last: it tells by itself
}

void NotificationFilterBar::readTopics()
{
    m_from->setVisible(m_centre.origins().size() > 1);
    m_topics = deliver(m_centre.topics(), this, [this](const Result<QStringList> &topics) {
        if (!topics)
            return; // the list beside it says what is wrong
        const QString chosen = m_topic->currentData().toString();
        m_topic->clear();
        m_topic->addItem(tr("All topics"));
        for (const QString &topic : *topics)
            m_topic->addItem(singleLine(topic, kLongestTopic), topic);
        setTopic(chosen);
    });
}

/// One that is not listed is listed from then on, until the next time the topics are read.
void NotificationFilterBar::setTopic(const QString &topic)
{
    if (!topic.isEmpty() && m_topic->findData(topic) < 0)
        m_topic->addItem(singleLine(topic, kLongestTopic), topic);
    m_topic->setCurrentIndex(topic.isEmpty() ? 0 : m_topic->findData(topic));
}

QJsonObject NotificationFilterBar::saveState() const
{
    QJsonArray shown;
    for (const int chip : m_shown->checked())
        shown << chip;
    return {{u"shown"_s, shown},
            {u"from"_s, m_from->checked().value(0, -1)},
            {u"severity"_s, m_severity->currentIndex()},
            {u"topic"_s, m_topic->currentData().toString()}};
}

void NotificationFilterBar::restoreState(const QJsonObject &state)
{
    QList<int> shown;
    for (const QJsonValue &chip : state.value("shown"_L1).toArray()) {
        if (const int index = chip.toInt(-1); index == Unread || index == Saved)
            shown << index;
    }
    m_shown->setChecked(shown);
    const int from = state.value("from"_L1).toInt(-1);
    if (m_centre.origins().size() > 1 && (from == 0 || from == 1))
        m_from->setChecked({from});
    m_severity->setCurrentIndex(qBound(0, state.value("severity"_L1).toInt(), m_severity->count() - 1));
    setTopic(state.value("topic"_L1).toString());
    m_clear->setVisible(!isEmpty());
}

} // namespace podium
