// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/watch/watchpage.h"

#include "models/core/clock.h"
#include "models/watch/watchrules.h"
#include "models/watch/watchrulesmodel.h"
#include "models/watch/watchtexts.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/watch/alertsettingsdialog.h"
#include "ui/watch/watchmenu.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kHourMs = 3'600'000;
}

WatchPage::WatchPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_banner(new Banner)
    , m_model(new WatchRulesModel(this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
{
    makeList();
    m_banner->setClosable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);
    if (context.console.watch)
        connect(context.console.watch, &WatchRules::changed, this, &WatchPage::refresh);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(display(), console().clock)); });
    refresh();
}

QWidget *WatchPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::m);
    m_count->setAccessibleName(tr("Number of rules"));
    auto *settings = new QPushButton(themedIcon(u"settings"_s), tr("Settings…"));
    settings->setEnabled(console().desktop);
    connect(settings, &QPushButton::clicked, this, &WatchPage::openSettings);
    auto *add = new QPushButton(themedIcon(u"add"_s), tr("New rule…"));
    add->setEnabled(console().watch);
    setButtonTone(add, Tone::Info);
    connect(add, &QPushButton::clicked, this, [this] { watchAnything(context(), this); });
    header->add(settings);
    header->add(add);
    return header;
}

void WatchPage::makeList()
{
    m_model->setTexts(viewTexts(display(), console().clock));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Watch rules"));
    m_view->follow(display());
    m_view->setStretchColumn(WatchRulesModel::RuleColumn);
    m_view->setColumn(WatchRulesModel::RuleColumn, 260);
    m_view->setColumn(WatchRulesModel::KindColumn, 240);
    m_view->setColumn(WatchRulesModel::StatusColumn, 170);
    m_view->setColumn(WatchRulesModel::CreatedColumn, 130);
    connect(m_view, &ListView::rowActivated, this, &WatchPage::edit);
    connect(m_view, &ListView::rowMenuRequested, this, &WatchPage::fillMenu);
    auto *remove = new QAction(tr("Delete the rule"), m_view);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &WatchPage::removeSelected);
    m_view->addAction(remove);
}

QString WatchPage::title() const
{
    return tr("Watch rules");
}

QString WatchPage::iconName() const
{
    return u"eye"_s;
}

void WatchPage::refresh()
{
    const WatchRules *rules = console().watch;
    m_model->setRules(rules ? rules->rules() : QList<WatchRule>(), console().clock.now());
    m_count->setText(tr("%n rule(s)", nullptr, m_model->rowCount()));
    if (const QString problem = rules ? rules->problem() : QString(); !problem.isEmpty())
        m_banner->setMessage(Tone::Warning, problem);
    else
        m_banner->clear();
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    m_states->showEmpty(u"eye"_s, tr("Nothing is watched"),
                        tr("Podium tells you when an instance ends or fails, a job is overdue, a run takes long, or a "
                           "filter lists too many. Make a rule here, or choose “Watch this…” where you are."),
                        tr("New rule…"), [this] { watchAnything(context(), this); });
}

QList<WatchRule> WatchPage::selected() const
{
    QList<WatchRule> rules;
    const QList<int> rows = m_view->selectedRows();
    for (const int row : rows) {
        if (const WatchRule *rule = m_model->ruleAt(row))
            rules << *rule;
    }
    return rules;
}

void WatchPage::fillMenu(QMenu *menu)
{
    const QList<WatchRule> rules = selected();
    const auto any = [&rules](auto is) { return std::any_of(rules.cbegin(), rules.cend(), is); };
    const QDateTime now = console().clock.now();
    menu->addAction(themedIcon(u"edit"_s), tr("Edit…"), this, &WatchPage::edit)->setEnabled(rules.size() == 1);
    menu->addAction(themedIcon(u"pause"_s), tr("Pause"), this, [this] { setPaused(true); })
        ->setEnabled(any([](const WatchRule &rule) { return !rule.isPaused && !rule.isDone; }));
    menu->addAction(themedIcon(u"run"_s), tr("Go on"), this, [this] { setPaused(false); })
        ->setEnabled(any([](const WatchRule &rule) { return rule.isPaused; }));
    QMenu *quiet = menu->addMenu(themedIcon(u"sleep"_s), tr("Mute"));
    quiet->addAction(tr("For 1 hour"), this, [this] { mute(kHourMs); });
    quiet->addAction(tr("For 8 hours"), this, [this] { mute(8 * kHourMs); });
    quiet->addAction(tr("For 1 week"), this, [this] { mute(7 * 24 * kHourMs); });
    quiet->addAction(tr("No longer"), this, [this] { mute(0); })->setEnabled(any([&](const WatchRule &rule) {
        return rule.isMuted(now);
    }));
    menu->addAction(themedIcon(u"remove"_s), tr("Delete…"), this, &WatchPage::removeSelected)
        ->setEnabled(!rules.isEmpty());
    menu->addSeparator();
}

void WatchPage::edit()
{
    if (const QList<WatchRule> rules = selected(); rules.size() == 1)
        editRule(context(), rules.constFirst(), this);
}

void WatchPage::told(const Result<Done> &result)
{
    if (!result)
        navigator().showError(result.error());
}

void WatchPage::setPaused(bool paused)
{
    const QList<WatchRule> rules = selected();
    for (const WatchRule &rule : rules)
        told(console().watch->setPaused(rule.id, paused));
}

void WatchPage::mute(qint64 ms)
{
    const QDateTime until = ms > 0 ? console().clock.now().addMSecs(ms) : QDateTime();
    const QList<WatchRule> rules = selected();
    for (const WatchRule &rule : rules)
        told(console().watch->mute(rule.id, until));
}

void WatchPage::removeSelected()
{
    const QList<WatchRule> rules = selected();
    if (rules.isEmpty())
        return;
    const QString title = rules.size() == 1 ? tr("Delete this watch rule?")
                                            : tr("Delete %n watch rule(s)?", nullptr, static_cast<int>(rules.size()));
    confirm(this,
            {title,
             tr("“%1” is told of no longer. What was told stays among the notifications.")
                 .arg(singleLine(ruleTitle(rules.constFirst()), 100)),
             tr("Delete"),
             Tone::Danger,
             {}},
            [this, rules] {
                for (const WatchRule &rule : rules)
                    told(console().watch->remove(rule.id));
            });
}

void WatchPage::openSettings()
{
    auto *dialog = new AlertSettingsDialog(*console().desktop, QSystemTrayIcon::isSystemTrayAvailable(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QJsonObject WatchPage::saveState() const
{
    return {{u"list"_s, m_view->saveState()}};
}

void WatchPage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state.value("list"_L1).toObject());
}

} // namespace podium
