// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace podium {

/// Thin strip above content: hidden until it has something to say. All texts are plain text.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void setMessage(Tone tone, const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    /// The error in one line with its details behind "Details". A cancelled error clears.
    void setError(const Error &error, const QString &actionText = {}, std::function<void()> action = {});
    void clear();
    QString text() const;
    /// Whether the user may close it (the default). Off for what stays true until something is done.
    void setClosable(bool closable);

Q_SIGNALS:
    void closed(); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present(Tone tone, const QString &text, const QString &details, const QString &actionText,
                 std::function<void()> action);
    void updateIcon();

    Tone m_tone = Tone::Neutral;
    QString m_details;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
    std::function<void()> m_run;
};

} // namespace podium
