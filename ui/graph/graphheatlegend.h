// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "ui/graph/graphheat.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace podium {

class Banner;
class HeatScaleBar;

/// Below a graph that is coloured by what many runs did: by what, by how many, what the colours mean, and how old that
/// is.
class GraphHeatLegend : public QWidget
{
    Q_OBJECT
public:
    explicit GraphHeatLegend(QWidget *parent = nullptr);

    void setMeasure(HeatMeasure measure); ///< emits nothing
    void setCount(int runs);              ///< how many are asked for; emits nothing
    void setScale(const HeatLook &look);
    /// How many runs the colours stand for and since when; plain text. `more` is said in the tool tip.
    void setFacts(const QString &text, const QString &more = {});
    void setReading(bool reading, int read = 0, int wanted = 0);
    void setProblem(const Error &error); ///< with a way to try again; stays until clearProblem()
    void clearProblem();

    static const QList<int> &counts();

Q_SIGNALS:
    void measureChosen(HeatMeasure measure);
    void countChosen(int runs);
    void refreshRequested();
    void stopRequested();
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeScale();
    void showFacts();

    Banner *m_problem;
    QComboBox *m_measure;
    QComboBox *m_count;
    QPushButton *m_stop;
    QToolButton *m_refresh;
    QLabel *m_least;
    HeatScaleBar *m_bar;
    QLabel *m_most;
    QLabel *m_facts;
    QString m_factsText;
    QString m_factsMore;
    QString m_progress; ///< "" unless reading
};

} // namespace podium
