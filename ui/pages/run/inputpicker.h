// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"
#include "models/services/inputmemory.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace podium {

class CodeView;
class EarlierRuns;
class RunMemory;

/// The inputs to fill a run form with: named presets, what was sent from here, and earlier runs of the workflow. Shows
/// the one in front as JSON before it is used.
class InputPicker : public QDialog
{
    Q_OBJECT
public:
    struct Choice
    {
        SharedJson input;
        QString businessKey; ///< of what was sent before
        QString from;        ///< translated: where it comes from
    };
    /// How the dialog writes times.
    using TimeText = std::function<QString(const QDateTime &utc)>;

    /// `current`: the input of the form, without secrets, for a new preset; null for none. `schema` may be null.
    InputPicker(Console &console, const QString &workflowId, const SharedJson &schema, RunMemory &memory,
                const SharedJson &current, TimeText timeText, QWidget *parent);

Q_SIGNALS:
    void chosen(const podium::InputPicker::Choice &choice);
    void instanceAsked(const QString &id);

private:
    QWidget *makePresets();
    QWidget *makePresetButtons();
    QWidget *makeSent();
    QWidget *makePreview();
    void showPresets(const QString &current);
    void showSent();
    void follow(); ///< the tab and the row in front
    void use();
    void savePreset();
    void renamePreset(int row, const QString &name);
    void removePreset();
    void exportPreset();
    void importPreset();
    void tell(const QString &problem);
    Choice choice() const;

    RunMemory &m_memory;
    SharedJson m_current;
    TimeText m_timeText;
    QTabWidget *m_tabs;
    QListWidget *m_presets;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_export;
    QListWidget *m_sent;
    QPushButton *m_openInstance;
    EarlierRuns *m_earlier;
    CodeView *m_preview;
    QLabel *m_message = nullptr;
    QPushButton *m_use = nullptr;
    bool m_isFilling = false;
};

} // namespace podium
