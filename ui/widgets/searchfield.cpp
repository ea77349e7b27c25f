// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/searchfield.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    setMaxLength(512);
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &SearchField::tell);
    connect(this, &QLineEdit::returnPressed, this, &SearchField::tell);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            tell();
        else
            m_delay.start();
    });
}

void SearchField::tell()
{
    m_delay.stop();
    if (m_told == text())
        return;
    m_told = text();
    Q_EMIT searchChanged(m_told);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace podium
