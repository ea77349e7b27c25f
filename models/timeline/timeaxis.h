// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QtGlobal>

namespace podium {

/// Milliseconds since 1970, UTC; both ends belong to it.
struct TimeSpan
{
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const TimeSpan &) const = default;
};

/// Sorts, and joins what touches.
QList<TimeSpan> mergeSpans(QList<TimeSpan> spans);

/// A time axis made of pieces: time in which something happens is drawn to scale, long gaps between take little room.
/// Positions go from 0 to length(), in ms of what is drawn to scale. A gap of more than 0.3 s is shortened when it
/// is more than twice as long as it is then drawn: 9 % of the axis, and all of them no more than half of it.
class TimeAxis
{
public:
    struct Piece
    {
        qint64 from = 0;
        qint64 to = 0;
        double position = 0;
        double length = 0;
        bool shortened = false;
        qint64 time() const { return to - from; }
    };

    TimeAxis() = default;
    /// `spans`: merged, within begin and end. `collapse` false: all to scale.
    TimeAxis(qint64 begin, qint64 end, const QList<TimeSpan> &spans, bool collapse);

    qint64 begin() const { return m_pieces.isEmpty() ? 0 : m_pieces.constFirst().from; }
    qint64 end() const { return m_pieces.isEmpty() ? 0 : m_pieces.constLast().to; }
    double length() const { return m_length; } ///< more than 0
    const QList<Piece> &pieces() const { return m_pieces; }
    bool isShortened() const { return m_shortened > 0; }
    qint64 shortenedTime() const { return m_shortened; } ///< ms that the shortened pieces stand for

    double positionOf(qint64 time) const; ///< times outside stop at the ends
    qint64 timeAt(double position) const;
    /// The piece at a position; -1 where there is none.
    int pieceAt(double position) const;

private:
    void add(qint64 from, qint64 to, double length, bool shortened);

    QList<Piece> m_pieces;
    double m_length = 1;
    qint64 m_shortened = 0;
};

} // namespace podium
