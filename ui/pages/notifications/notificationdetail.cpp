// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationdetail.h"

#include "models/core/clock.h"
#include "models/notifications/notificationlistmodel.h"
#include "ui/pages/notifications/notificationactions.h"
#include "ui/pages/notifications/notificationdelegate.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statebadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

NotificationDetail::NotificationDetail(Console &console, DisplaySettings &display, NotificationActions &actions,
                                       QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_display(display)
    , m_actions(actions)
    , m_hint(captionLabel(tr("Select a notification to read it here.")))
    , m_content(new QWidget)
    , m_severity(new StateBadge)
    , m_title(plainLabel())
    , m_meta(captionLabel({}))
    , m_text(new QPlainTextEdit)
    , m_target(captionLabel({}))
    , m_open(new QPushButton(themedIcon(u"link"_s), {}))
    , m_read(new QPushButton(themedIcon(u"check"_s), {}))
    , m_save(new QPushButton(themedIcon(u"star"_s), {}))
{
    m_title->setWordWrap(true);
    m_title->setFont(strongFont(m_title->font()));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text of the notification"));
    m_target->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_target->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_severity, 0, Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    head->addWidget(makeButtons(), 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->setSpacing(space::xs);
    column->addLayout(head);
    column->addWidget(m_meta);
    column->addWidget(m_text, 1);
    column->addWidget(m_target);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_content, 1);
    connect(&display, &DisplaySettings::changed, this, &NotificationDetail::update);
    update();
}

QWidget *NotificationDetail::makeButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    for (QPushButton *button : {m_open, m_read, m_save})
        row->addWidget(button);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_selected.size() == 1)
            m_actions.open(m_selected.constFirst());
    });
    connect(m_read, &QPushButton::clicked, this, [this] {
        const auto unread = [](const Notification &each) { return !each.read.isValid(); };
        m_actions.setRead(m_selected, std::any_of(m_selected.cbegin(), m_selected.cend(), unread));
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const auto unsaved = [](const Notification &each) { return !each.saved.isValid(); };
        m_actions.setSaved(m_selected, std::any_of(m_selected.cbegin(), m_selected.cend(), unsaved));
    });
    return buttons;
}

void NotificationDetail::showThese(const QList<Notification> &selected, const Notification *current)
{
    m_selected = selected;
    if (m_selected.isEmpty() && current)
        m_selected << *current;
    update();
}

void NotificationDetail::update()
{
    m_hint->setVisible(m_selected.isEmpty());
    m_content->setVisible(!m_selected.isEmpty());
    if (m_selected.isEmpty()) {
        m_shown.clear();
        return;
    }
    const bool unread = std::any_of(m_selected.cbegin(), m_selected.cend(),
                                    [](const Notification &each) { return !each.read.isValid(); });
    const bool unsaved = std::any_of(m_selected.cbegin(), m_selected.cend(),
                                     [](const Notification &each) { return !each.saved.isValid(); });
    m_read->setText(unread ? tr("Mark as read") : tr("Mark as unread"));
    m_save->setText(unsaved ? tr("Save") : tr("Unsave"));
    const bool one = m_selected.size() == 1;
    for (QWidget *part : std::initializer_list<QWidget *>{m_severity, m_meta, m_target})
        part->setVisible(one);
    m_open->setVisible(one && m_actions.canOpen(m_selected.constFirst()));
    if (one)
        return showOne(m_selected.constFirst());
    m_shown.clear();
    m_title->setText(tr("%n notification(s) selected", nullptr, static_cast<int>(m_selected.size())));
    m_text->clear();
}

void NotificationDetail::showOne(const Notification &one)
{
    m_severity->setBadge(toneOf(one.severity), iconOf(one.severity), displayName(one.severity));
    m_title->setText(singleLine(one.title, 1000));
    QStringList meta{timeText(one.created, m_display.timeStyle(), m_console.clock.now()), singleLine(sourceText(one))};
    if (!one.topic.isEmpty())
        meta << singleLine(one.topic);
    if (one.broadcast)
        meta << tr("to everybody");
    m_meta->setText(meta.join(u" · "_s));
    m_meta->setToolTip(timeToolTip(one.created));
    const QString key = NotificationListModel::keyOf(one);
    if (m_shown != key || m_text->toPlainText() != one.description)
        m_text->setPlainText(one.description);
    m_shown = key;
    m_text->setPlaceholderText(tr("No further text."));
    m_open->setText(m_actions.openText(one));
    m_target->setText(m_actions.targetText(one));
    m_target->setVisible(!m_target->text().isEmpty());
}

} // namespace podium
