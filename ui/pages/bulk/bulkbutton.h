// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace podium {

class BulkActions;

/// Opens what can be done to the selected instances, and says how many these are.
class BulkButton : public QToolButton
{
    Q_OBJECT
public:
    explicit BulkButton(BulkActions &actions, QWidget *parent = nullptr);

    void showSelection(); ///< the selection is another one

private:
    BulkActions &m_actions;
};

} // namespace podium
