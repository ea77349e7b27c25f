// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/compare/comparesides.h"

#include <QComboBox>

namespace podium {

/// Chooses one side of a comparison: a version that is deployed, or a file.
class VersionPicker : public QComboBox
{
    Q_OBJECT
public:
    explicit VersionPicker(const QString &accessibleName, QWidget *parent = nullptr);

    void setVersions(const QStringList &newestFirst);
    /// Shows the side, whether it is among the versions or not. Emits nothing.
    void setSide(const CompareSide &side);

Q_SIGNALS:
    void sideChosen(const podium::CompareSide &side); ///< by the user, another one than before
    void fileWanted();

private:
    void rebuild();
    void choose(int index);

    QStringList m_versions;
    CompareSide m_side;
};

} // namespace podium
