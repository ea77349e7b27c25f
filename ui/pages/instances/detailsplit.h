// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QSplitter>

namespace podium {

/// Graph beside tabs where there is room, above them where there is not.
class DetailSplit : public QSplitter
{
    Q_OBJECT
public:
    explicit DetailSplit(QWidget *first, QWidget *second, QWidget *parent = nullptr);

    QJsonObject saveLayout() const;
    void restoreLayout(const QJsonObject &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void remember();

    double m_share[2] = {0.46, 0.42}; ///< of the first part: side by side, one above the other
    bool m_arranging = false;
};

} // namespace podium
