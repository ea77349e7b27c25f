// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace podium {

/// The head of a list page: its name and how many rows there are; what belongs to the list follows at the right.
class ListHeader : public QWidget
{
    Q_OBJECT
public:
    ListHeader(const QString &title, QLabel *count, int bottomMargin, QWidget *parent = nullptr);

    void add(QWidget *widget);
    QToolButton *addReload(); ///< "Read again": connect its clicked()

private:
    QHBoxLayout *m_row;
};

/// Ctrl+F anywhere in the page goes to its field.
void focusOnFind(QWidget *page, QWidget *field);

} // namespace podium
