// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/watch/alertsettingsdialog.h"

#include "models/notices/alertsettings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace podium {

namespace {

constexpr int kWidth = 520;

void addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new QLabel(text);
    heading->setFont(strongFont(heading->font()));
    layout->addSpacing(space::s);
    layout->addWidget(heading);
}

QCheckBox *addBox(QVBoxLayout *layout, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setAccessibleName(QString(text).remove(u'&'));
    layout->addWidget(box);
    return box;
}

QTimeEdit *timeEdit(const QString &name, const QTime &time)
{
    auto *edit = new QTimeEdit(time);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

AlertSettingsDialog::AlertSettingsDialog(Desktop &desktop, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_desktop(desktop)
    , m_hasTray(hasTray)
    , m_banner(new Banner(this))
{
    setWindowTitle(tr("Settings of notifications"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::s);
    auto *title = new QLabel(windowTitle());
    title->setFont(titleFont(font()));
    layout->addWidget(title);
    layout->addWidget(m_banner);
    makeDesktop(layout);
    makeQuiet(layout);
    makeTray(layout);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setButtonTone(save, Tone::Info);
    save->setDefault(true);
    layout->addSpacing(space::s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AlertSettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&desktop.notifier, &DesktopNotifier::availabilityChanged, this, &AlertSettingsDialog::tell);
    if (!desktop.settings.problem().isEmpty())
        m_banner->setMessage(Tone::Warning, desktop.settings.problem());
    resize(kWidth, sizeHint().height());
    tell();
}

QLabel *AlertSettingsDialog::addNote(QVBoxLayout *layout)
{
    auto *note = new QLabel;
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    setMuted(note);
    layout->addWidget(note);
    return note;
}

void AlertSettingsDialog::makeDesktop(QVBoxLayout *layout)
{
    addHeading(layout, tr("Desktop"));
    m_onDesktop = addBox(layout, tr("Show &messages on the desktop"));
    m_onDesktop->setChecked(m_desktop.settings.values().onDesktop);
    m_desktopNote = addNote(layout);
    m_autostart = addBox(layout, tr("&Start with the desktop, minimised"));
    m_autostart->setChecked(m_desktop.autostart.isOn());
}

void AlertSettingsDialog::makeQuiet(QVBoxLayout *layout)
{
    const QuietHours &quiet = m_desktop.settings.values().quiet;
    addHeading(layout, tr("Quiet hours"));
    m_quiet = addBox(layout, tr("No messages on the desktop in these &hours"));
    m_quiet->setChecked(quiet.isOn);
    m_from = timeEdit(tr("Quiet from"), quiet.from);
    m_to = timeEdit(tr("Quiet until"), quiet.to);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new QLabel(tr("From")));
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("until")));
    row->addWidget(m_to);
    row->addStretch();
    layout->addLayout(row);
    m_critical = addBox(layout, tr("&Critical ones all the same"));
    m_critical->setChecked(quiet.letCriticalThrough);
    connect(m_quiet, &QCheckBox::toggled, this, &AlertSettingsDialog::tell);
}

void AlertSettingsDialog::makeTray(QVBoxLayout *layout)
{
    const AlertSettings::Values &values = m_desktop.settings.values();
    addHeading(layout, tr("Tray"));
    m_tray = addBox(layout, tr("Show an &icon with the number of unread notifications"));
    m_tray->setChecked(values.inTray);
    m_keep = addBox(layout, tr("&Keep watching when the window is closed"));
    m_keep->setChecked(values.keepsRunning);
    m_trayNote = addNote(layout);
    connect(m_tray, &QCheckBox::toggled, this, &AlertSettingsDialog::tell);
}

void AlertSettingsDialog::tell()
{
    const QString problem = m_desktop.notifier.problem();
    m_desktopNote->setText(problem.isEmpty() ? tr("All notifications are listed in Podium as well.")
                                             : tr("%1 Notifications are listed in Podium only.").arg(problem));
    for (QWidget *field : std::initializer_list<QWidget *>{m_from, m_to, m_critical})
        field->setEnabled(m_quiet->isChecked());
    m_keep->setEnabled(m_hasTray && m_tray->isChecked());
    m_trayNote->setText(m_hasTray ? tr("Podium is then left by Quit in the menu of its icon.")
                                  : tr("This desktop shows no icons of programs: Podium ends with its window."));
}

void AlertSettingsDialog::accept()
{
    AlertSettings::Values values = m_desktop.settings.values();
    values.onDesktop = m_onDesktop->isChecked();
    values.quiet = {m_quiet->isChecked(), m_from->time(), m_to->time(), m_critical->isChecked()};
    values.inTray = m_tray->isChecked();
    values.keepsRunning = m_keep->isChecked();
    if (const Result<Done> kept = m_desktop.settings.setValues(values); !kept)
        return m_banner->setError(kept.error());
    if (m_autostart->isChecked() != m_desktop.autostart.isOn()) {
        if (const Result<Done> kept = m_desktop.autostart.setOn(m_autostart->isChecked()); !kept)
            return m_banner->setError(kept.error());
    }
    QDialog::accept();
}

} // namespace podium
