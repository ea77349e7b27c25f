// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace podium {

/// What a newcomer sees before there is any environment.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void addWanted();
    void importWanted();
    void helpWanted();
};

} // namespace podium
