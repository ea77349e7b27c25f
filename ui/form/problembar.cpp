// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/problembar.h"

#include "ui/form/fieldrow.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kIconSize = 16;
constexpr qsizetype kMaxListed = 30;
} // namespace

ProblemBar::ProblemBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_all(new QPushButton(tr("Show all…"), this))
    , m_next(new QPushButton(tr("Next"), this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    m_icon->setFixedSize(kIconSize, kIconSize);
    m_text->setTextFormat(Qt::PlainText);
    for (QWidget *widget : QList<QWidget *>{m_icon, m_text})
        line->addWidget(widget);
    line->addStretch();
    for (QPushButton *button : {m_all, m_next}) {
        button->setFlat(true);
        // Hidden buttons keep their place: the line does not move.
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        line->addWidget(button);
    }
    m_next->setShortcut(Qt::Key_F8);
    m_next->setToolTip(tr("Go to the next field that needs attention (F8)"));
    m_next->setAccessibleName(tr("Next field that needs attention"));
    connect(m_all, &QPushButton::clicked, this, &ProblemBar::showMenu);
    connect(m_next, &QPushButton::clicked, this, &ProblemBar::showNext);
    setProblems({});
}

void ProblemBar::setProblems(const QList<ProblemSet::Placed> &problems)
{
    m_problems = problems;
    m_last = std::min(m_last, m_problems.size() - 1);
    const auto seen = static_cast<int>(std::count_if(problems.cbegin(), problems.cend(),
                                                     [](const auto &one) { return one.row && one.row->isTouched(); }));
    const auto count = static_cast<int>(problems.size());
    Tone tone = Tone::Success;
    QString icon = u"check"_s;
    QString text = tr("Everything is filled in.");
    if (seen > 0) {
        tone = Tone::Danger;
        icon = u"error"_s;
        text = tr("%n fields need attention.", nullptr, seen);
    } else if (count > 0) {
        tone = Tone::Neutral;
        icon = u"info"_s;
        text = tr("%n fields are still to be filled in.", nullptr, count);
    }
    m_icon->setPixmap(themedIcon(icon, tone).pixmap(kIconSize, kIconSize));
    m_text->setText(text);
    setMuted(m_text, seen == 0);
    m_all->setVisible(count > 1);
    m_next->setVisible(count > 0);
}

QString ProblemBar::text() const
{
    return m_text->text();
}

void ProblemBar::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < std::min(m_problems.size(), kMaxListed); ++i) {
        const auto &[row, error] = m_problems.at(i);
        if (!row) { // of no field that is shown
            QString label = error.pointer.isEmpty() ? error.message : tr("%1: %2").arg(error.pointer, error.message);
            menu->addAction(label.left(200).simplified().replace(u'&', "&&"_L1))->setEnabled(false);
            continue;
        }
        QString label = tr("%1: %2").arg(row->title(), error.message);
        QAction *action = menu->addAction(label.replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, row = row] {
            if (row)
                Q_EMIT rowAsked(row);
        });
    }
    if (const qsizetype more = m_problems.size() - kMaxListed; more > 0)
        menu->addAction(tr("… and %n more", nullptr, static_cast<int>(more)))->setEnabled(false);
    menu->popup(m_all->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ProblemBar::showNext()
{
    if (m_problems.isEmpty())
        return;
    m_last = (m_last + 1) % m_problems.size();
    if (FieldRow *row = m_problems.at(m_last).row)
        Q_EMIT rowAsked(row);
}

} // namespace podium
