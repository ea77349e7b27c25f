// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>

namespace podium {

/// The steps of a wizard, side by side, in as many lines as they need. Arrow keys walk them.
class StepBar : public QListWidget
{
    Q_OBJECT
public:
    struct Step
    {
        QString title;
        int wrong = 0; ///< messages the user sees
        int open = 0;  ///< what is still to be filled in besides
        bool isReview = false;
        bool operator==(const Step &) const = default;
    };

    explicit StepBar(QWidget *parent);

    void setSteps(const QList<Step> &steps); ///< the current one stays, if there is one at its place
    void setCurrent(int step);               ///< emits nothing

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

Q_SIGNALS:
    void stepAsked(int step); ///< by the user

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(int index);
    void fit();

    QList<Step> m_steps;
    bool m_isSetting = false;
};

} // namespace podium
