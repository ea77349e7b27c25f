// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

namespace podium {

/// Markdown of anybody's hand (GitHub dialect), made harmless: HTML stays text, images become their description,
/// nothing is loaded, and only http, https and mailto links can be activated, which it does not follow itself.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void setMarkdown(const QString &text); ///< shortened beyond 32 Ki characters, and says so
    void setDocumentMargin(int margin);    ///< around the text, in device-independent pixels
    /// As high as its text instead of scrolling.
    void setSizesToContents(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();
    void updateHeight();

    QString m_markdown;
    int m_margin = 4;
    bool m_sizesToContents = false;
};

} // namespace podium
