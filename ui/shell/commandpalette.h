// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/palettemodel.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace podium {

/// Ctrl+K: type a few letters of an action, page or workflow, or paste an instance id, and press Enter. Lies over the
/// window; Esc, or the focus going elsewhere, closes it.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    /// Asked each time the palette opens.
    void setSource(std::function<QList<PaletteItem>()> source);
    /// Asked for what was typed: items that only exist for this text, such as a pasted id.
    void setTextSource(std::function<QList<PaletteItem>(const QString &)> source);
    void open();
    void dismiss(); ///< gives the focus back
    void reload();  ///< the source has more to offer (workflows arrived)
    PaletteModel *model() { return &m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill(const QString &text);
    void run(int row);
    void moveBy(int rows);
    void place();

    std::function<QList<PaletteItem>()> m_source;
    std::function<QList<PaletteItem>(const QString &)> m_textSource;
    QList<PaletteItem> m_items;
    PaletteModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before;
};

} // namespace podium
