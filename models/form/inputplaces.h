// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace podium {

/// Where the parts of an input stand in its text, JSON or YAML; for good text only. Lines count from 1. Making one
/// takes as long as reading the text; then const calls from any thread.
class InputPlaces
{
public:
    struct Lines
    {
        int first = 0; ///< 0: nowhere
        int last = 0;
    };

    InputPlaces() = default;
    explicit InputPlaces(const QByteArray &text);

    /// JSON pointer of the innermost part around a line and column (from 1, in bytes of UTF-8); "" outside of all.
    QString pointerAt(int line, int column) const;
    /// The lines of a part with its key; of the nearest part around it that is written, where it is not.
    Lines linesOf(QString pointer) const;

private:
    struct Place
    {
        QString pointer;
        int line, column, endLine, endColumn;
    };
    friend class PlaceFinder;
    QList<Place> m_places; ///< what is inside comes after what it is in
};

} // namespace podium
