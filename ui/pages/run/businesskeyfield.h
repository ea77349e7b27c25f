// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/businesskey.h"
#include "models/services/inputmemory.h"

#include <QWidget>

#include <functional>

class QDialog;
class QLabel;
class QLineEdit;

namespace podium {

/// The business key of a run: typed, or made by a pattern of the workflow that the user can set.
class BusinessKeyField : public QWidget
{
    Q_OBJECT
public:
    using Values = std::function<BusinessKeyValues()>; ///< the number aside, which the plan has

    explicit BusinessKeyField(Values values, QWidget *parent = nullptr);

    QString key() const; ///< as it would be sent
    /// Whether the user wrote a key of his own: what the pattern proposes is none.
    bool isTyped() const;
    void setKey(const QString &key);
    void setPlan(const BusinessKeyPlan &plan);
    const BusinessKeyPlan &plan() const { return m_plan; }
    /// The key was used: the next one follows. Emits planChanged() where the pattern counts.
    void keyUsed();

Q_SIGNALS:
    void edited();
    void planChanged(); ///< by the user, or as it counts

private:
    QString proposed() const;
    void propose();
    void editPlan();
    QDialog *makeDialog(QLineEdit *pattern);
    QString previewOf(const QString &pattern) const;

    Values m_values;
    BusinessKeyPlan m_plan;
    QLineEdit *m_line;
    QString m_proposed; ///< as it was filled in
};

} // namespace podium
