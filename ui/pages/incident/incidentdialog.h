// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/incident/incidentfiles.h"
#include "ui/pages/page.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <atomic>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace podium {

class Banner;
class JsonTreeModel;
class RedactionModel;

/// Asks what of an instance goes into a bundle and which values stay out, then writes it in the background. What looks
/// like a secret stays out unless the user says otherwise.
class IncidentDialog : public QDialog
{
    Q_OBJECT
public:
    /// `definition` may be empty: then there is no source, graph and start in it.
    IncidentDialog(const PageContext &context, const WorkflowInstance &instance, const WorkflowDefinition &definition,
                   QWidget *parent = nullptr);

    /// Writes the bundle there. The dialog closes when it is done.
    void saveTo(const QString &path);

    QCheckBox *partBox(IncidentPart part) const { return m_parts.at(static_cast<std::size_t>(part)); }
    RedactionModel *redaction() const { return m_redaction; }
    QTreeView *values() const { return m_values; }
    QPushButton *saveButton() const { return m_save; }
    bool isReady() const { return m_reading == 0; } ///< everything was read, or could not be

    void reject() override; ///< stops the writing, where it is under way

private:
    QWidget *makeParts();
    QWidget *makeValues();
    QWidget *makeFoot();
    void read();
    void readDone();
    void drawGraph();
    void tellValues();
    void updateParts();
    void chooseFile();
    void finish(const Result<Done> &written, const QString &path);
    QList<IncidentPart> chosenParts() const;

    PageContext m_context;
    WorkflowDefinition m_definition;
    IncidentSources m_sources;
    std::array<QCheckBox *, kIncidentParts> m_parts{};
    JsonTreeModel *m_tree;
    RedactionModel *m_redaction;
    QTreeView *m_values = nullptr;
    QLabel *m_valuesText = nullptr;
    Banner *m_banner;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
    QTimer m_ticks;
    std::shared_ptr<std::atomic<int>> m_done; ///< thousandths
    Pending m_readingSource;
    Pending m_readingJobs;
    Pending m_drawing;
    Pending m_looking;
    Pending m_writing;
    int m_reading = 0; ///< how many answers are still to come
    bool m_isWriting = false;
};

} // namespace podium
