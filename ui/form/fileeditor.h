// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/form/fieldeditor.h"

class QLineEdit;
class QToolButton;

namespace podium {

/// The contents of a file as text: in base64, or as a data URL where the format asks for one. The file is read when it
/// is chosen. What is long is told by its size; a short text can be typed.
class FileEditor : public ScalarEditor
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 1 << 20; ///< of a file

    FileEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    QString inputProblem() const override { return m_problem; }
    void openFile(const QString &path);

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    void choose();
    void take(const QString &name, const QByteArray &text);

    QLineEdit *m_line;
    QToolButton *m_clear;
    std::optional<QString> m_text; ///< too long for the line, which tells of it
    QString m_name;                ///< of the file
    QString m_problem;
    Pending m_reading;
};

} // namespace podium
