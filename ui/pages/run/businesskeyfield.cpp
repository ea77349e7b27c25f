// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/businesskeyfield.h"

#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxWidth = 760; ///< as the form below
} // namespace

BusinessKeyField::BusinessKeyField(Values values, QWidget *parent)
    : QWidget(parent)
    , m_values(std::move(values))
    , m_line(new QLineEdit(this))
{
    setMaximumWidth(kMaxWidth);
    auto *label = new QLabel(tr("Business key"), this);
    label->setBuddy(m_line);
    m_line->setPlaceholderText(tr("Optional: your own name for this run, to find it again"));
    QToolButton *pattern = iconButton(u"settings"_s, tr("How business keys are made…"), this);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::xs);
    line->addWidget(m_line, 1);
    line->addWidget(pattern);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(label);
    column->addLayout(line);
    connect(m_line, &QLineEdit::textEdited, this, &BusinessKeyField::edited);
    connect(pattern, &QToolButton::clicked, this, &BusinessKeyField::editPlan);
}

QString BusinessKeyField::key() const
{
    return m_line->text().trimmed();
}

bool BusinessKeyField::isTyped() const
{
    return !key().isEmpty() && key() != m_proposed;
}

void BusinessKeyField::setKey(const QString &key)
{
    m_line->setText(key);
    if (key.isEmpty())
        propose();
}

QString BusinessKeyField::proposed() const
{
    BusinessKeyValues values = m_values();
    values.number = m_plan.next;
    return expandBusinessKey(m_plan.pattern, values);
}

void BusinessKeyField::propose()
{
    m_proposed = proposed();
    m_line->setText(m_proposed);
    m_line->setCursorPosition(0);
}

void BusinessKeyField::setPlan(const BusinessKeyPlan &plan)
{
    m_plan = plan;
    if (!isTyped())
        propose();
}

void BusinessKeyField::keyUsed()
{
    if (countsKeys(m_plan.pattern) && !isTyped() && !key().isEmpty()) {
        ++m_plan.next;
        Q_EMIT planChanged();
    }
    propose();
}

QString BusinessKeyField::previewOf(const QString &pattern) const
{
    if (const QString unknown = unknownPlaceholder(pattern); !unknown.isEmpty())
        return tr("%1 stands for nothing. Use {user}, {workflow}, {date}, {time} or {n}.").arg(unknown);
    if (pattern.trimmed().isEmpty())
        return tr("Without a pattern the business key stays empty.");
    BusinessKeyValues values = m_values();
    values.number = m_plan.next;
    return tr("The next key: %1").arg(expandBusinessKey(pattern, values));
}

void BusinessKeyField::editPlan()
{
    auto *pattern = new QLineEdit(m_plan.pattern);
    QDialog *dialog = makeDialog(pattern);
    connect(dialog, &QDialog::accepted, this, [this, pattern] {
        const QString text = pattern->text().simplified();
        if (text == m_plan.pattern)
            return;
        const bool wasTyped = isTyped();
        m_plan.pattern = text;
        if (!wasTyped)
            propose();
        Q_EMIT planChanged();
    });
    dialog->open();
    pattern->setFocus();
}

QDialog *BusinessKeyField::makeDialog(QLineEdit *pattern)
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Business keys of this workflow"));
    auto *heading = new QLabel(dialog->windowTitle(), dialog);
    heading->setFont(titleFont(font()));
    auto *help = new QLabel(tr("{user} is who is signed in, {date} and {time} are now, {n} counts the runs you start, "
                               "{workflow} is the workflow."),
                            dialog);
    help->setWordWrap(true);
    help->setTextFormat(Qt::PlainText);
    auto *label = new QLabel(tr("&Pattern"), dialog);
    label->setBuddy(pattern);
    pattern->setPlaceholderText(u"{user}-{date}-{n}"_s);
    auto *preview = new QLabel(dialog);
    preview->setTextFormat(Qt::PlainText);
    preview->setWordWrap(true);
    preview->setMinimumSize(420, 2 * preview->fontMetrics().height());
    preview->setAlignment(Qt::AlignTop);
    setMuted(preview);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    for (QWidget *widget : QList<QWidget *>{heading, help, label, pattern, preview, buttons})
        column->addWidget(widget);
    const auto tell = [this, preview, buttons](const QString &text) {
        preview->setText(previewOf(text));
        buttons->button(QDialogButtonBox::Save)->setEnabled(unknownPlaceholder(text).isEmpty());
    };
    connect(pattern, &QLineEdit::textChanged, preview, tell);
    connect(pattern, &QLineEdit::textChanged, pattern,
            [preview, pattern] { pattern->setAccessibleDescription(preview->text()); });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    tell(pattern->text());
    return dialog;
}

} // namespace podium
