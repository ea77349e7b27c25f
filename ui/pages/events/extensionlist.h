// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/eventservice.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace podium {

/// The extensions of an event, a line each. Those that mean something to the receiver keep their name, and say what
/// they are for; the user can add others.
class ExtensionList : public QWidget
{
    Q_OBJECT
public:
    /// An extension that belongs to the event.
    struct Known
    {
        QString name;
        QString purpose; ///< translated: "Instance that goes on"
        QString value;   ///< proposed
    };

    explicit ExtensionList(QWidget *parent = nullptr);

    /// In the place of the known ones there were; those that the user added stay.
    void setKnown(const QList<Known> &known);
    /// Values for known ones, further lines for others.
    void setExtensions(const QList<EventExtension> &extensions);
    QList<EventExtension> extensions() const; ///< with the empty ones
    /// Messages on "/extensions/NAME".
    void showProblems(const QList<FieldError> &problems);
    bool focusProblem(); ///< the first line with one; false for none

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        bool isKnown = false;
        QWidget *box = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        QLabel *problem = nullptr;
    };

    Line makeLine(const Known &known, bool isKnown);
    void addLine(const Known &known, bool isKnown);
    void removeLine(const QWidget *box);

    std::vector<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace podium
