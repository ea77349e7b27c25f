// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/sparserows.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace podium {

/// A list of any length, of which only a window around what the view shows is in memory. The row count is the server's
/// total from the first answer on; where the server does not count, the list grows as its end comes near. The view
/// tells with showRange() what it shows; data() never asks for anything. Rows keep their identity over every update, so
/// selection and current row stay. What the rows are, a subclass knows. UI thread.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Phase { Idle, Loading, Ready, Failed };

    static constexpr int kPage = 100;    ///< rows per request
    static constexpr int kWindow = 1000; ///< rows kept in memory

    ~PagedModel() override;

    /// At most so many rows, for short lists of the first; 0 for all.
    void setMaximum(int rows) { m_maximum = rows; }
    /// What the view shows, rows inclusive. Missing rows around it are asked for a moment later.
    void showRange(int first, int last);
    /// Reads what is shown again; it stays on screen until the answer comes.
    void refresh();

    Phase phase() const { return m_phase; }
    const Error &error() const { return m_error; } ///< of the last failure
    /// Rows of the whole query; nothing where the server does not count and there is more.
    std::optional<qint64> total() const;
    bool hasMore() const { return m_hasMore; }
    bool hasRow(int row) const { return !m_ids.idAt(row).isEmpty(); } ///< false while it is on its way
    int rowOf(const QString &id) const { return m_ids.rowOf(id); }    ///< -1 when not in memory
    qsizetype rowsInMemory() const { return m_ids.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;

Q_SIGNALS:
    void phaseChanged();
    void countChanged();
    void rowsArrived();                          ///< an answer is in the model
    void readFailed(const podium::Error &error); ///< a later request failed; what was there stays
    void queryChanged();

protected:
    /// One answer, as far as paging goes. `put` puts the row number `i` of the answer at a row of the model.
    struct Answer
    {
        QStringList ids;
        std::optional<qint64> total;
        std::function<void(qsizetype i, int row)> put;
    };

    /// `ids` is a member of the subclass.
    PagedModel(SparseIds &ids, QObject *parent);

    /// Sends a request, whose answer goes to arrived() or failed() with the same number.
    virtual Pending ask(int number, int offset, int limit) = 0;
    void arrived(int number, const Answer &answer);
    void failed(int number, const Error &error);

    /// For ask(): delivers a page with `rows` and `total` to `store`.
    template <typename Row, typename Page>
    Pending take(int number, Async<Page> page, SparseRows<Row> &store)
    {
        return deliver(std::move(page), this, [this, number, &store](const Result<Page> &result) {
            if (!result)
                return failed(number, result.error());
            Answer answer{{}, result->total, [&](qsizetype i, int row) { store.put(row, result->rows.at(i)); }};
            for (const Row &row : result->rows)
                answer.ids << row.id;
            arrived(number, answer);
        });
    }

    /// Drops everything and reads from the start; answers to earlier requests are never shown. `change` changes the
    /// query in between.
    void restart(const std::function<void()> &change);
    void refreshSoon(); ///< a moment later, once
    void askSoon() { m_debounce.start(); }
    void setRowCount(int count);
    void insertOne(int row, const std::function<void()> &insert);
    void removeAt(int row);
    void trim();
    void forgetHoles() { m_holes.clear(); }
    void changed(int first, int last, const QList<int> &roles = {});
    QString numberText() const; ///< "1,234", "100+"
    bool isCounted() const;     ///< whether there is a number to tell

    int maximum() const { return m_maximum; }
    int firstShown() const { return m_first; }
    int lastShown() const { return m_last; }

private:
    struct Request
    {
        int number = 0;
        int offset = 0;
        bool again = false; ///< of refresh(): the server's place for rows counts, not ours
        Pending pending;
    };

    void setPhase(Phase phase);
    void request(int offset, bool again);
    void requestMissing();
    std::optional<Request> takeRequest(int number);
    void place(const Request &request, const Answer &answer);
    int offsetOf(const Request &request, const QStringList &ids) const;
    void changeRows(int offset, const Answer &answer, bool forgetOthers);
    int limitOf(int offset) const;
    int wantedEnd() const { return m_rowCount + (m_hasMore ? 1 : 0); } ///< one more than known, where there is more

    SparseIds &m_ids;
    int m_rowCount = 0;
    int m_maximum = 0;
    bool m_hasMore = false;
    Phase m_phase = Phase::Idle;
    Error m_error;
    int m_first = 0;
    int m_last = 0;
    int m_nextNumber = 0;
    std::vector<Request> m_requests;
    QSet<int> m_holes; ///< offsets whose answer left rows missing: asked again only when something changed
    QTimer m_debounce;
    QTimer m_refreshLater;
};

} // namespace podium
