// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace podium {

class CodeView;

/// The input as JSON text that can be edited, up to kMostShown bytes; a larger one is told, and pasted without being
/// shown. Text that is no JSON object stays as it is and is told with its line; who
/// listens hears of good values only. UI thread; the text is read on a worker thread.
class JsonPane : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostShown = 1 << 20; ///< the editor would take seconds for more

    explicit JsonPane(QWidget *parent = nullptr);

    /// Shows `value`, unless the text says the same or the user is typing in it: then once he leaves. Undo brings the
    /// former text back.
    void setValue(const Json &value);
    QString text() const;
    /// Translated: why the text is no input; "" when it is one. Of the last text that was read.
    QString problem() const { return m_problem; }
    /// Reads the text now, then calls `done`; not if it changes meanwhile.
    void read(std::function<void()> done = {});
    void focusProblem();

Q_SIGNALS:
    void edited(const podium::Json &value); ///< the user made the text say this
    void problemChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Reading;
    static Reading readingOf(const QByteArray &text);
    void readLarge(const QString &text);
    void setLarge(qsizetype bytes);
    void finish(const Reading &reading);
    void showValue();
    void updateFoot();

    CodeView *m_view;
    QLabel *m_foot;
    QTimer m_delay;
    Pending m_pending;
    std::function<void()> m_done;      ///< who waits for the reading that is under way
    Json m_textValue = Json::object(); ///< what the text says, as of the last good reading
    Json m_wanted = Json::object();    ///< what it ought to say
    QString m_problem;
    int m_problemLine = 0;
    bool m_isTyped = false; ///< the text changed by the user since it was read
    bool m_isShowing = false;
    bool m_isLarge = false; ///< m_wanted is not shown: it is too large
};

} // namespace podium
