// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparebar.h"

#include "ui/pages/compare/versionpicker.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_older(new VersionPicker(tr("Older version")))
    , m_newer(new VersionPicker(tr("Newer version")))
    , m_summary(plainLabel())
    , m_position(captionLabel({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::s);
    column->setSpacing(space::s);
    column->addWidget(makeSides());
    column->addWidget(makeSummary());
    setPosition(-1, 0);
}

QWidget *CompareBar::makeSides()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(titleFont(m_name->font()));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setMinimumWidth(120);
    row->addWidget(m_name, 1);
    const auto add = [row](const QString &caption, VersionPicker *picker) {
        QLabel *label = captionLabel(caption);
        label->setBuddy(picker);
        row->addWidget(label);
        row->addWidget(picker);
    };
    add(tr("Older"), m_older);
    QToolButton *swap = iconButton(u"swap"_s, tr("Swap the versions"), widget);
    row->addWidget(swap);
    add(tr("Newer"), m_newer);

    connect(m_older, &VersionPicker::sideChosen, this, [this](const CompareSide &side) {
        Q_EMIT sidesChosen({side, m_sides.newer});
    });
    connect(m_newer, &VersionPicker::sideChosen, this, [this](const CompareSide &side) {
        Q_EMIT sidesChosen({m_sides.older, side});
    });
    connect(m_older, &VersionPicker::fileWanted, this, [this] { Q_EMIT fileWanted(true); });
    connect(m_newer, &VersionPicker::fileWanted, this, [this] { Q_EMIT fileWanted(false); });
    connect(swap, &QToolButton::clicked, this, [this] { Q_EMIT sidesChosen({m_sides.newer, m_sides.older}); });
    return widget;
}

QWidget *CompareBar::makeSummary()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setAccessibleName(tr("Summary"));
    row->addWidget(m_summary, 1);
    m_position->setAccessibleName(tr("Differences"));
    row->addWidget(m_position);
    m_previous = iconButton(u"up"_s, tr("Previous difference (Shift+F8)"), widget);
    m_next = iconButton(u"down"_s, tr("Next difference (F8)"), widget);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(false); });
    return widget;
}

void CompareBar::setName(const QString &name)
{
    m_name->setText(singleLine(name, 200));
    m_name->setToolTip(plainToolTip(name));
}

void CompareBar::setVersions(const QStringList &newestFirst)
{
    m_older->setVersions(newestFirst);
    m_newer->setVersions(newestFirst);
}

void CompareBar::setSides(const CompareSides &sides)
{
    m_sides = sides;
    m_older->setSide(sides.older);
    m_newer->setSide(sides.newer);
}

void CompareBar::setSummary(const QString &text)
{
    m_fullSummary = text;
    m_summary->setToolTip(plainToolTip(text));
    m_summary->setAccessibleDescription(text);
    fitSummary();
}

void CompareBar::fitSummary()
{
    layout()->activate();
    m_summary->setText(m_summary->fontMetrics().elidedText(m_fullSummary, Qt::ElideRight, m_summary->width()));
}

void CompareBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSummary();
}

void CompareBar::setPosition(int current, int count)
{
    m_position->setText(count == 0    ? QString()
                        : current < 0 ? tr("%n difference(s)", nullptr, count)
                                      : tr("%1 of %2").arg(current + 1).arg(count));
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    fitSummary();
}

} // namespace podium
