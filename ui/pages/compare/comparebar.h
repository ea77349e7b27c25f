// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/compare/comparesides.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace podium {

class VersionPicker;

/// Head of a comparison: what is compared with what, how much differs, and the way from one difference to the next.
class CompareBar : public QWidget
{
    Q_OBJECT
public:
    explicit CompareBar(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setVersions(const QStringList &newestFirst);
    void setSides(const CompareSides &sides);
    void setSummary(const QString &text);
    const QString &summary() const { return m_fullSummary; }
    /// "3 of 12"; a current one of -1 says only how many there are.
    void setPosition(int current, int count);

Q_SIGNALS:
    void sidesChosen(const podium::CompareSides &sides);
    void fileWanted(bool older); ///< for which side
    void stepRequested(bool backward);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSides();
    QWidget *makeSummary();
    void fitSummary();

    CompareSides m_sides;
    QLabel *m_name;
    VersionPicker *m_older;
    VersionPicker *m_newer;
    QLabel *m_summary;
    QString m_fullSummary;
    QLabel *m_position;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};

} // namespace podium
