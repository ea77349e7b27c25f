// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/hubsettingsdialog.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QTreeWidgetItem *checkable(QTreeWidgetItem *parent, const QString &id, bool on)
{
    auto *item = new QTreeWidgetItem(parent, {singleLine(id)});
    item->setCheckState(0, on ? Qt::Checked : Qt::Unchecked);
    return item;
}

bool isOn(const QTreeWidgetItem *item)
{
    return item->checkState(0) == Qt::Checked;
}

} // namespace

HubSettingsDialog::HubSettingsDialog(HubService &hub, QWidget *parent)
    : QDialog(parent)
    , m_hub(hub)
    , m_tree(new QTreeWidget)
    , m_states(new StateView(m_tree))
    , m_banner(new Banner)
    , m_save(new QPushButton(tr("Save")))
{
    setWindowTitle(tr("What the hub tells you"));
    auto *hint = new QLabel(tr("By channel, sender and topic. What is sent to everybody comes in any case."));
    hint->setWordWrap(true);
    setMuted(hint);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Channels, senders and topics"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    setButtonTone(m_save, Tone::Info);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::s);
    layout->addWidget(hint);
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    layout->addWidget(buttons);
    resize(480, 420);
    connect(buttons, &QDialogButtonBox::accepted, this, &HubSettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::itemChanged, this, &HubSettingsDialog::updateTopics);
    read();
}

void HubSettingsDialog::read()
{
    m_save->setEnabled(false);
    m_states->showLoading(tr("Reading the settings…"));
    m_pending = deliver(m_hub.settings(), this, [this](const Result<NotificationSettings> &settings) {
        settings ? fill(*settings) : m_states->showError(settings.error(), [this] { read(); });
    });
}

void HubSettingsDialog::fill(const NotificationSettings &settings)
{
    m_settings = settings;
    m_tree->clear();
    bool any = false;
    for (const NotificationSettings::Channel &channel : settings.channels) {
        auto *top = new QTreeWidgetItem(m_tree, {singleLine(channel.id)});
        top->setFont(0, strongFont(m_tree->font()));
        for (const NotificationSettings::Sender &sender : channel.senders) {
            QTreeWidgetItem *item = checkable(top, sender.id, sender.enabled);
            for (const NotificationSettings::Topic &topic : sender.topics)
                checkable(item, topic.id, topic.enabled);
            updateTopics(item);
            any = true;
        }
    }
    m_tree->expandAll();
    m_save->setEnabled(any);
    if (any)
        m_states->showContent();
    else
        m_states->showEmpty(u"notification"_s, tr("Nothing to choose yet"),
                            tr("The hub lists a sender here once it has sent you something."));
}

/// Where the sender is off, its topics count for nothing.
void HubSettingsDialog::updateTopics(QTreeWidgetItem *sender)
{
    for (int i = 0; i < sender->childCount() && sender->parent(); ++i)
        sender->child(i)->setDisabled(!isOn(sender));
}

NotificationSettings HubSettingsDialog::chosen() const
{
    NotificationSettings settings = m_settings;
    for (qsizetype c = 0; c < settings.channels.size(); ++c) {
        QList<NotificationSettings::Sender> &senders = settings.channels[c].senders;
        for (qsizetype s = 0; s < senders.size(); ++s) {
            const QTreeWidgetItem *item = m_tree->topLevelItem(static_cast<int>(c))->child(static_cast<int>(s));
            senders[s].enabled = isOn(item);
            for (qsizetype t = 0; t < senders.at(s).topics.size(); ++t)
                senders[s].topics[t].enabled = isOn(item->child(static_cast<int>(t)));
        }
    }
    return settings;
}

void HubSettingsDialog::accept()
{
    if (!m_save->isEnabled())
        return;
    m_save->setEnabled(false);
    m_banner->clear();
    m_pending = deliver(m_hub.saveSettings(chosen()), this, [this](const Result<NotificationSettings> &saved) {
        m_save->setEnabled(true);
        if (saved)
            QDialog::accept();
        else
            m_banner->setError(saved.error()); // what was chosen stays on screen
    });
}

} // namespace podium
