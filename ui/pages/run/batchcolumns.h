// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv/rowinputs.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;

namespace podium {

/// Says for each column of a file which field it fills.
class BatchColumns : public QWidget
{
    Q_OBJECT
public:
    explicit BatchColumns(QWidget *parent = nullptr);

    void setColumns(const QStringList &header, const QList<FieldTarget> &targets, const QList<ColumnUse> &uses);
    QList<ColumnUse> uses() const;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void fill(QComboBox *choice, const QList<FieldTarget> &targets) const;
    void showMissing();

    QList<FieldTarget> m_targets;
    QList<QComboBox *> m_choices;
    QFormLayout *m_form = nullptr;
    QLabel *m_missing;
};

} // namespace podium
