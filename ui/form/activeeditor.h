// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/activefetch.h"
#include "ui/form/fieldeditor.h"
#include "ui/widgets/theme.h"

class QVBoxLayout;

namespace podium {

class ActiveStatus;

/// The control of a field that asks a server, with a line below that says how that goes. What a server answers is
/// filled in only where the user has not: isOwn().
class ActiveEditor : public ScalarEditor
{
    Q_OBJECT
public:
    ActiveEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);
    ~ActiveEditor() override;

    void setValue(const std::optional<Json> &value) override;
    QString inputProblem() const override { return m_refusal; }

    /// The form says this now.
    void follow(const ActiveValues &values);
    /// The value is the user's: typed, or filled in from elsewhere.
    bool isOwn() const { return m_isOwn; }
    void setOwn(bool own) { m_isOwn = own; }

    bool hasServerCheck() const { return m_hasCheck; }
    /// Asks whether the value will do. `done` is called once, unless another check or the end of the field comes first.
    void validate(const ActiveValues &values, const std::function<void()> &done);

protected:
    const ActiveProps &props() const { return m_props; }
    const ActiveFetch *fetch() const { return m_fetch; } ///< null where nothing is asked
    QVBoxLayout *column() const { return m_column; }     ///< of the controls, above the status

    virtual void take(const ActiveAnswer &answer) = 0; ///< shows it
    virtual void noteState() {}                        ///< of fetch()
    /// What the line says after an answer.
    virtual QString answerText() const { return {}; }
    virtual void valuesChanged(const ActiveValues &values) { Q_UNUSED(values) }

    void noteUserEdit();
    void prefill(const std::optional<Json> &value);
    /// What is wrong with an answer, or noteworthy; "" takes it back.
    void setRemark(const QString &text, Tone tone = Tone::Warning);
    void updateStatus();

private:
    void startFetch();
    void connectFetch();
    void noteAnswer();
    void noteTrigger();
    void checked(const Result<FormDataAnswer> &result);
    QString waitingText() const;

    ActiveProps m_props;
    QVBoxLayout *m_column;
    ActiveStatus *m_status;
    ActiveFetch *m_fetch = nullptr;
    std::optional<Json> m_checkTriggers;
    QTimer *m_checkDelay = nullptr;
    Pending m_check;
    QString m_refusal;
    QString m_remark;
    QString m_checkRemark;
    Tone m_remarkTone = Tone::Warning;
    bool m_isOwn = false;
    bool m_hasCheck = false;
};

/// The editor for a field with `active` set; a plain one, with a note, where the schema asks for what is not supported.
FieldEditor *makeActiveEditor(FormContext &context, const FormField &field, QWidget *parent);

} // namespace podium
