// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"

#include <QObject>

class QWidget;

namespace podium {

/// Brings a whole input, JSON or YAML, from outside into a form: from the clipboard, or from a file that is chosen or
/// dropped anywhere on the page. Read on a worker thread. UI thread.
class InputSource : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 64 << 20;

    explicit InputSource(QWidget *page);

    void paste();
    void chooseFile();
    void openFile(const QString &path);

Q_SIGNALS:
    void read(const podium::SharedJson &input,
              const QString &from);  ///< an object; `from` says where it came from, translated
    void failed(const QString &why); ///< translated
    void busyChanged(bool busy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(std::function<Result<QByteArray>()> text, const QString &from);

    QWidget *m_page;
    Pending m_reading;
};

} // namespace podium
