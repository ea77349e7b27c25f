// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/events/extensionlist.h"

#include "ui/pages/events/fieldmarks.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

ExtensionList::ExtensionList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
{
    auto *add = new QPushButton(themedIcon(u"add"_s), tr("Add an extension"), this);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine({}, false);
        m_lines.back().name->setFocus(Qt::OtherFocusReason);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_column->setSpacing(space::s);
    column->addLayout(m_column);
    column->addWidget(add, 0, Qt::AlignLeft);
}

ExtensionList::Line ExtensionList::makeLine(const Known &known, bool isKnown)
{
    Line line;
    line.isKnown = isKnown;
    line.box = new QWidget(this);
    line.name = new QLineEdit(known.name, line.box);
    line.name->setReadOnly(isKnown);
    line.name->setAccessibleName(tr("Name of the extension"));
    line.name->setToolTip(known.purpose);
    line.name->setPlaceholderText(tr("name"));
    line.value = new QLineEdit(known.value, line.box);
    line.value->setAccessibleName(isKnown ? tr("Value of %1").arg(known.name) : tr("Value of the extension"));
    line.value->setToolTip(known.purpose);
    line.value->setPlaceholderText(isKnown ? known.purpose : tr("value"));
    line.problem = problemLabel(line.box);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    row->addWidget(line.name, 2);
    row->addWidget(line.value, 3);
    auto *column = new QVBoxLayout(line.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(row);
    column->addWidget(line.problem);
    if (!isKnown) {
        QToolButton *remove = iconButton(u"remove"_s, tr("Remove this extension"), line.box);
        connect(remove, &QToolButton::clicked, this, [this, box = line.box] { removeLine(box); });
        row->addWidget(remove);
    }
    for (QLineEdit *field : {line.name, line.value})
        connect(field, &QLineEdit::textEdited, this, &ExtensionList::edited);
    return line;
}

void ExtensionList::addLine(const Known &known, bool isKnown)
{
    const Line line = makeLine(known, isKnown);
    const auto lastKnown =
        std::count_if(m_lines.cbegin(), m_lines.cend(), [](const Line &each) { return each.isKnown; });
    const auto at = isKnown ? lastKnown : static_cast<std::ptrdiff_t>(m_lines.size());
    m_lines.insert(m_lines.begin() + at, line);
    m_column->insertWidget(static_cast<int>(at), line.box);
}

void ExtensionList::removeLine(const QWidget *box)
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [box](const Line &line) { return line.box == box; });
    if (found == m_lines.end())
        return;
    found->box->hide();
    found->box->deleteLater();
    m_lines.erase(found);
    Q_EMIT edited();
}

void ExtensionList::setKnown(const QList<Known> &known)
{
    for (const Line &line : std::exchange(m_lines, {})) {
        if (!line.isKnown) {
            m_lines.push_back(line);
            continue;
        }
        line.box->hide();
        line.box->deleteLater();
    }
    for (const Known &each : known)
        addLine(each, true);
}

void ExtensionList::setExtensions(const QList<EventExtension> &extensions)
{
    for (const EventExtension &extension : extensions) {
        const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                        [&](const Line &line) { return line.name->text() == extension.name; });
        if (found != m_lines.cend())
            found->value->setText(extension.value);
        else
            addLine({extension.name, {}, extension.value}, false);
    }
}

QList<EventExtension> ExtensionList::extensions() const
{
    QList<EventExtension> extensions;
    for (const Line &line : m_lines) {
        const EventExtension extension{line.name->text().trimmed(), line.value->text().trimmed()};
        if (line.isKnown || !extension.name.isEmpty() || !extension.value.isEmpty())
            extensions << extension;
    }
    return extensions;
}

void ExtensionList::showProblems(const QList<FieldError> &problems)
{
    for (const Line &line : m_lines) {
        const QString pointer = u"/extensions/"_s % pointerToken(line.name->text().trimmed());
        const bool isUsed = line.isKnown || !line.name->text().isEmpty() || !line.value->text().isEmpty();
        showProblem(line.isKnown ? line.value : line.name, line.problem,
                    isUsed ? messageAt(problems, pointer) : QString());
    }
}

bool ExtensionList::focusProblem()
{
    for (const Line &line : m_lines) {
        if (line.problem->text().isEmpty())
            continue;
        (line.isKnown ? line.value : line.name)->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace podium
