// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/conditioneditor.h"

#include "models/filter/filterline.h"
#include "models/filter/filtertexts.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 340;
constexpr int kListHeight = 220;
constexpr int kTextRole = Qt::UserRole + 1;

void setWrong(QWidget *widget, bool wrong)
{
    widget->setProperty("wrong", wrong);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}
} // namespace

ConditionEditor::ConditionEditor(const InstanceCondition &condition, const FilterWords &words, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_before(condition.field)
    , m_words(words)
    , m_field(new QLineEdit)
    , m_known(new QListWidget)
    , m_hint(captionLabel({}))
{
    setObjectName(u"Card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString name = displayName(condition.field);
    setAccessibleName(tr("Filter by %1").arg(name));
    auto *title = new QLabel(name);
    title->setFont(strongFont(title->font()));
    m_field->setAccessibleName(name);
    m_field->setText(condition.values.isEmpty() ? QString() : valueText(condition));
    m_field->setMaxLength(2000);
    m_field->selectAll();
    m_field->installEventFilter(this);
    m_known->setAccessibleName(tr("Known values"));
    m_known->setMaximumHeight(kListHeight);
    m_known->installEventFilter(this);
    m_hint->setWordWrap(true);
    m_hint->setText(hintOf(condition.field));
    auto *apply = new QPushButton(tr("Apply"));
    setButtonTone(apply, Tone::Info);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(title);
    layout->addWidget(m_field);
    layout->addWidget(m_known);
    layout->addWidget(m_hint);
    layout->addWidget(apply, 0, Qt::AlignRight);
    setFixedWidth(kWidth);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        setWrong(m_field, false);
        m_hint->setText(hintOf(m_before));
        fill();
    });
    connect(m_known, &QListWidget::itemClicked, this, &ConditionEditor::take);
    connect(apply, &QPushButton::clicked, this, &ConditionEditor::accept);
    fill();
}

QString ConditionEditor::lastAlternative() const
{
    return m_field->text().mid(m_field->text().lastIndexOf(u',') + 1).trimmed();
}

/// All that is known, until something is typed that narrows it.
void ConditionEditor::fill()
{
    const QString typed = m_field->isModified() ? lastAlternative().remove(u'"') : QString();
    const QList<FilterCompletion::Choice> choices = knownValues(m_before, typed, m_words);
    m_known->clear();
    for (const FilterCompletion::Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.hint.isEmpty() ? choice.text : choice.hint, m_known);
        item->setData(kTextRole, choice.text);
        if (!choice.hint.isEmpty())
            item->setToolTip(choice.text);
    }
    m_known->setVisible(!choices.isEmpty());
    adjustSize();
}

void ConditionEditor::openAt(QWidget *anchor)
{
    adjustSize();
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + space::xs));
    // Within the window, where it is large enough: beside it, the editor would belong to nothing.
    const QRect area =
        anchor->screen()->availableGeometry() & anchor->window()->geometry().adjusted(0, 0, -space::s, 0);
    corner.setX(qBound(area.left(), corner.x(), qMax(area.left(), area.right() - width())));
    corner.setY(qBound(area.top(), corner.y(), qMax(area.top(), area.bottom() - height())));
    move(corner);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void ConditionEditor::take(const QListWidgetItem *item)
{
    if (!item)
        return;
    const QString before = m_field->text();
    const qsizetype comma = m_field->isModified() ? before.lastIndexOf(u',') : -1;
    m_field->setText(before.left(comma + 1) % item->data(kTextRole).toString());
    accept();
}

void ConditionEditor::accept()
{
    const ParsedFilter parsed = conditionFromText(m_before, m_field->text());
    if (!parsed.isFine()) {
        m_hint->setText(parsed.problem);
        setWrong(m_field, true);
        m_field->setFocus(Qt::OtherFocusReason);
        if (parsed.length > 0)
            m_field->setSelection(static_cast<int>(parsed.at), static_cast<int>(parsed.length));
        adjustSize();
        return;
    }
    const InstanceCondition condition = parsed.filter.conditions.constFirst();
    close();
    Q_EMIT accepted(condition);
}

bool ConditionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool inField = watched == m_field;
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (inField)
            accept();
        else
            take(m_known->currentItem());
        return true;
    }
    if (inField && key == Qt::Key_Down && m_known->count() > 0) {
        m_known->setCurrentRow(0);
        m_known->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!inField && key == Qt::Key_Up && m_known->currentRow() <= 0) {
        m_field->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace podium
