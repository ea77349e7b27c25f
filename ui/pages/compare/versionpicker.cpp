// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/versionpicker.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/icons.h"

#include <QSignalBlocker>

namespace podium {

using namespace Qt::StringLiterals;

VersionPicker::VersionPicker(const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(11);
    connect(this, &QComboBox::activated, this, &VersionPicker::choose);
    rebuild();
}

void VersionPicker::setVersions(const QStringList &newestFirst)
{
    if (newestFirst == m_versions)
        return;
    m_versions = newestFirst;
    rebuild();
}

void VersionPicker::setSide(const CompareSide &side)
{
    m_side = side;
    rebuild();
}

void VersionPicker::rebuild()
{
    const QSignalBlocker quiet(this);
    clear();
    for (const QString &version : std::as_const(m_versions))
        addItem(singleLine(version, 60));
    int current = m_side.file.isEmpty() ? static_cast<int>(m_versions.indexOf(m_side.version)) : -1;
    if (current < 0 && !m_side.isEmpty()) {
        current = count();
        addItem(themedIcon(m_side.file.isEmpty() ? u"workflow"_s : u"document"_s), m_side.name());
    }
    insertSeparator(count());
    addItem(themedIcon(u"document"_s), tr("A file…"));
    setCurrentIndex(current);
    setToolTip(plainToolTip(m_side.file.isEmpty() ? m_side.version : m_side.file));
}

void VersionPicker::choose(int index)
{
    if (index == count() - 1) {
        setSide(m_side); // until a file was chosen, what is shown is what is compared
        Q_EMIT fileWanted();
    } else if (index >= 0 && index < m_versions.size()) {
        const CompareSide side{m_versions.at(index), {}};
        if (side != m_side)
            Q_EMIT sideChosen(side);
    }
}

} // namespace podium
