// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/differencelines.h"
#include "ui/graph/differencelist.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextEdit;

namespace podium {

/// What changed in one state or transition: lines of the old version before those of the new one. Everything is shown
/// as plain text.
class DifferenceDetails : public QWidget
{
    Q_OBJECT
public:
    explicit DifferenceDetails(QWidget *parent = nullptr);

    void setEntry(const SharedComparison &comparison, const DifferenceEntry &entry);
    void clear();
    QString text() const; ///< as it is shown, with "+ " and "− " before the lines

Q_SIGNALS:
    void sourceWanted(const podium::SourcePlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void appendLine(const DifferenceLine &line, bool first);

    SharedComparison m_comparison;
    DifferenceEntry m_entry;
    QList<DifferenceLine> m_lines;
    QLabel *m_title;
    QTextEdit *m_text;
    QPushButton *m_source;
};

} // namespace podium
