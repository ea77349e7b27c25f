// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"
#include "models/form/inputplaces.h"
#include "models/form/inputtext.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace podium {

class InputTextView;

/// The input as text that can be edited, JSON or YAML as the user likes it; what is typed or pasted may be either. One
/// that is too large for an editor (kMostShown) is told, and pasted without being shown. Text that is no object stays
/// as it is and is told with its line; who listens hears of good values only. UI thread; texts are read and, where
/// long, written on worker threads.
class JsonPane : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostShown = 1 << 20; ///< bytes of an input
    enum class Syntax { JsonText, YamlText };

    explicit JsonPane(QWidget *parent = nullptr);

    /// Shows `input`, unless the text says the same or the user is typing in it: then once he leaves. Undo brings the
    /// former text back.
    void setInput(const SharedJson &input);
    void setValue(const Json &value) { setInput(std::make_shared<const Json>(value)); }
    QString text() const;
    /// Translated: why the text is no input; "" when it is one. Of the last text that was read.
    QString problem() const { return m_problem; }
    /// Reads the text now, then calls `done`; not if it changes meanwhile.
    void read(std::function<void()> done = {});
    void focusProblem();

    Syntax syntax() const { return m_syntax; }
    /// Writes the input in the other way; not while its text is wrong.
    void setSyntax(Syntax syntax);
    /// Marks the lines of a part of the input, by JSON pointer; "" for none.
    void markField(const QString &pointer);

Q_SIGNALS:
    void edited(const podium::SharedJson &input); ///< the user made the text say this
    void problemChanged();
    void fieldEntered(const QString &pointer); ///< the user put the cursor into this part; "" for none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead(QBoxLayout *column);
    QToolButton *addSyntax(QBoxLayout *head, Syntax syntax, const QString &name);
    void typed();
    void readLarge(const QString &text);
    void finish(const InputReading &reading);
    void showInput(bool again = false);
    void showText(const QString &text);
    void showLarge();
    void shown();
    void findPlaces();
    void followCursor();
    void updateMark();
    void updateFoot();
    void tell(const QString &text);
    QByteArray written(const Json &value) const;

    InputTextView *m_view;
    QLabel *m_title = nullptr;
    QLabel *m_foot;
    QToolButton *m_json = nullptr;
    QToolButton *m_yaml = nullptr;
    QTimer m_delay;
    Pending m_pending;
    Pending m_placing;
    std::function<void()> m_done; ///< who waits for the reading that is under way
    SharedJson m_textValue;       ///< what the text says, as of the last good reading
    SharedJson m_wanted;          ///< what it ought to say
    InputPlaces m_places;
    QString m_marked;  ///< pointer
    QString m_entered; ///< the same, of the cursor
    QString m_problem;
    int m_problemLine = 0;
    Syntax m_syntax = Syntax::JsonText;
    bool m_isTyped = false;   ///< the text changed by the user since it was read
    bool m_isShowing = false; ///< what happens to the text now was not typed
    bool m_isLarge = false;   ///< m_wanted is not shown: it is too large
};

} // namespace podium
