// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QStackedLayout;

namespace podium {

class MessagePanel;

/// Shows its content, or in its place one of the designed states: loading, empty, error. Takes over `content`.
/// Starts with the content.
class StateView : public QWidget
{
    Q_OBJECT
public:
    explicit StateView(QWidget *content, QWidget *parent = nullptr);

    enum class Shown { Content, Loading, Empty, Error };
    Shown shown() const { return m_shown; } ///< what was asked for; the loading text itself comes 150 ms later

    void showContent();
    /// Until the text comes the old view stays, so that a quick answer does not flicker.
    void showLoading(const QString &text);
    void showEmpty(const QString &iconName, const QString &title, const QString &hint, const QString &actionText = {},
                   std::function<void()> action = {});
    /// What, why, remedy, "Try again" and foldable details. A cancelled error is ignored.
    void showError(const Error &error, std::function<void()> retry);

private:
    void present(Shown shown, QWidget *page);

    QWidget *m_content;
    QWidget *m_loading;
    QLabel *m_loadingText;
    MessagePanel *m_message;
    QStackedLayout *m_stack;
    QTimer m_delay;
    Shown m_shown = Shown::Content;
};

} // namespace podium
