// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formview.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace podium {

inline SharedJson shared(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

inline QByteArray text(const FormView &form)
{
    return toBytes(form.value());
}

/// Drives the real widgets: finds them by their accessible names, as a screen reader does.
struct FormFixture
{
    template <typename T = QLineEdit>
    T *named(const char *name) const
    {
        const auto all = m_form->findChildren<T *>();
        for (T *widget : all) {
            if (widget->accessibleName() == QString::fromUtf8(name) && widget->isVisibleTo(m_form.get()))
                return widget;
        }
        return nullptr;
    }
    void show(const char *schema)
    {
        m_form->setSchema(shared(schema));
        m_form->resize(700, 800);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
        m_form->activateWindow();
    }
    void type(const char *field, const char *what)
    {
        auto *line = named(field);
        QVERIFY2(line, field);
        line->setFocus();
        line->selectAll();
        if (*what)
            QTest::keyClicks(line, QString::fromUtf8(what));
        else
            QTest::keyClick(line, Qt::Key_Delete);
    }
    QStringList problems() const
    {
        QStringList lines;
        for (const FieldError &error : m_form->problems())
            lines << error.pointer + QStringLiteral(": ") + error.message;
        return lines;
    }
    bool isVisibleText(const QString &wanted) const
    {
        const auto labels = m_form->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [this, &wanted](const QLabel *label) {
            return label->isVisibleTo(m_form.get()) && label->text() == wanted;
        });
    }

    std::unique_ptr<FormView> m_form;
};

} // namespace podium
