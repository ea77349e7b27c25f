// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace podium {

/// A centred message with icon, title, text, up to two buttons and foldable technical details. All texts are plain
/// text.
class MessagePanel : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePanel(QWidget *parent = nullptr);

    void setMessage(Tone tone, const QString &iconName, const QString &title, const QString &text);
    /// An empty text takes the button away.
    void setAction(const QString &text, std::function<void()> action);
    void setSecondAction(const QString &text, std::function<void()> action);
    void setDetails(const QString &details);
    /// What, why and remedy of an error, with its details.
    void setError(const Error &error, const QString &actionText, std::function<void()> action);

    void focusAction();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
    void showDetails(bool shown);

    Tone m_tone = Tone::Neutral;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_secondAction;
    QToolButton *m_detailsButton;
    QToolButton *m_copyButton;
    QPlainTextEdit *m_details;
    std::function<void()> m_run;
    std::function<void()> m_runSecond;
};

} // namespace podium
